"""Gradescope's `results.json`: https://gradescope-autograders.readthedocs.io/en/latest/specs/."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from grader.classroom import ClassRecord, Mark, StudentRecord
from grader.formats import bounded
from grader.formats.grades import total
from grader.formats.settled import NotGraded, message, settled
from grader.report.phrases import amount, late_by, percent
from grader.verdict import ExerciseVerdict, Isolation, Result, TestVerdict


def write(result: Result) -> bytes:
    """The file for one run. Raises NotGraded: without this file, Gradescope records a failure, and no score."""
    settled(result)
    return _encoded(
        float(result.points),
        bounded.block("\n".join(result.notes)),
        (test for exercise in result.exercises for test in _tests(exercise)),
        _extra(result.kit, result.python, result.isolation),
    )


def write_student(student: StudentRecord, record: ClassRecord) -> bytes:
    """The file for one student of a class; late penalties and marks set by hand count. Raises NotGraded."""
    if total(student).points is None:
        raise NotGraded("There is no mark: nothing was handed in, a file is unclear, or the kit failed.")
    return _encoded(
        student.points,
        "\n".join(_notes(student.marks)),
        (test for mark in student.marks if mark.verdict for test in _tests(mark.verdict)),
        _extra(record.kit, record.python, record.isolation),
    )


def _encoded(score: float, output: str, tests: Iterable[dict[str, Any]], extra: dict[str, Any]) -> bytes:
    # No test is hidden: with a hidden one, Gradescope hides the sum from students too.
    payload: dict[str, Any] = {
        "score": score,
        "output": output,
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "tests": list(tests),
        "extra_data": extra,
    }
    return msgspec.json.encode(payload) + b"\n"


def _tests(exercise: ExerciseVerdict) -> Iterator[dict[str, Any]]:
    for test in exercise.tests:
        yield _test(exercise, test)


def _test(exercise: ExerciseVerdict, test: TestVerdict) -> dict[str, Any]:
    return {
        "name": bounded.line(f"{exercise.slug}: {test.title or test.name}"),
        "status": "passed" if test.status == "passed" else "failed",
        "score": test.points,
        "max_score": test.max_points,
        "output": bounded.block(message(test)),
        "tags": [exercise.slug],
    }


def _notes(marks: Iterable[Mark]) -> Iterator[str]:
    """What the sum of the tests does not tell."""
    for mark in marks:
        if mark.override:
            yield f"{mark.slug}: set to {amount(mark.override.points)} by hand: {bounded.line(mark.override.reason)}"
        elif mark.late:
            yield f"{mark.slug}: {late_by(mark.late)}, -{percent(mark.late.penalty)}"
        elif mark.state == "missing":
            yield f"{mark.slug}: nothing handed in"


def _extra(kit: str, python: str, isolation: Isolation) -> dict[str, Any]:
    return {"kit": kit, "python": python, "isolation": isolation.level}
