"""A graded class as files that programs read: `class.json`, and `results.jsonl` with one student a line.

Together they hold all of a `ClassRecord`; what another system receives is made from them, without grading again.
All that is not ASCII is escaped in them, so that one line is one line to every program, and nothing in them steers a
terminal.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from grader.classroom import ClassRecord, ExerciseInfo, Problem, StudentRecord
from grader.verdict import Isolation

CLASS_FILE, RESULTS_FILE = "class.json", "results.jsonl"
LINE_SCHEMA = "overlap/submission/1"

_T = TypeVar("_T")


class Line(StudentRecord, frozen=True, kw_only=True):
    """A line of `results.jsonl`: one student, and what has graded them."""

    schema: Literal["overlap/submission/1"]
    kit: str
    python: str
    isolation: Isolation


class _Facts(msgspec.Struct, frozen=True):
    """A `ClassRecord` without its students."""

    schema: Literal["overlap/class/1"]
    kit: str
    python: str
    isolation: Isolation
    layout: str
    exercises: tuple[ExerciseInfo, ...]
    problems: tuple[Problem, ...]


class NoResults(Exception):
    """A folder does not hold the results of a class. The text says which file, what is wrong, and the next step."""


def class_text(record: ClassRecord) -> str:
    """`class.json`: the record without its students."""
    facts = msgspec.convert(record, _Facts, from_attributes=True)
    return json.dumps(msgspec.to_builtins(facts), indent=1) + "\n"


def result_lines(record: ClassRecord) -> Iterator[str]:
    """`results.jsonl`, line by line: a class with all its verdicts is large."""
    about = {
        "schema": LINE_SCHEMA,
        "kit": record.kit,
        "python": record.python,
        "isolation": msgspec.to_builtins(record.isolation),
    }
    for student in record.students:
        line = {**about, **msgspec.to_builtins(student)}
        yield json.dumps(line) + "\n"


def read_results(out: Path) -> ClassRecord:
    """The class whose results were written into a folder. Raises NoResults."""
    facts = _decoded("".join(_lines(out / CLASS_FILE)), _Facts, out / CLASS_FILE)
    slugs = [exercise.slug for exercise in facts.exercises]
    students = []
    for place, text in enumerate(_lines(out / RESULTS_FILE), start=1):
        line = _decoded(text, Line, out / RESULTS_FILE, f"line {place}: ")
        if [mark.slug for mark in line.marks] != slugs:
            raise _damaged(out / RESULTS_FILE, f"line {place} has other exercises than {CLASS_FILE}")
        students.append(StudentRecord(*(getattr(line, name) for name in StudentRecord.__struct_fields__)))
    return ClassRecord(**msgspec.structs.asdict(facts), students=tuple(students))


def _decoded(text: str, kind: type[_T], path: Path, where: str = "") -> _T:
    try:
        return msgspec.convert(json.loads(text), kind)
    except (ValueError, RecursionError) as error:  # msgspec.ValidationError is a ValueError
        raise _damaged(path, f"{where}{error}") from None


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="ascii") as file:
            yield from file
    except FileNotFoundError:
        raise NoResults(
            f"{path}: there is no such file. Name the folder of a graded class, or grade one: "
            "python -m grader grade SUBMISSIONS --out DIR"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise _damaged(path, str(error)) from None


def _damaged(path: Path, problem: str) -> NoResults:
    return NoResults(
        f"{path}: {problem}. Run the command that has graded the class again: it writes this file anew, and no "
        "submission has to run again."
    )
