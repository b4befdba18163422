"""Marks that a person sets by hand: a CSV file with the columns student, exercise, points and reason."""

from __future__ import annotations

import csv
import difflib
import io
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from grader.classroom import ExerciseInfo, Override
from grader.report import plain
from grader.report.gradebook import unguarded

COLUMNS = ("student", "exercise", "points", "reason")
MOST_BYTES = 4_000_000
MOST_PROBLEMS = 10

_EXAMPLE = "student,exercise,points,reason\njane@example.org,three-scouts,8,Explained it in the oral exam"


class OverridesUnreadable(Exception):
    """The file cannot be used. The text names each line that is wrong, and what to do."""


def read_overrides(path: Path) -> Mapping[tuple[str, str], Override]:
    """The marks set by hand, by (key of the student, slug of the exercise).

    Commas or semicolons part the columns (Excel writes both), and a number may have a decimal comma where it is quoted
    or semicolons part the columns. Raises OverridesUnreadable.
    """
    overrides: dict[tuple[str, str], Override] = {}
    problems = []
    for line, row in _rows(path, _text(path)):
        try:
            where, override = _override(row)
        except ValueError as error:
            problems.append(f"line {line}: {error}.")
            continue
        if where in overrides:
            problems.append(
                f"line {line}: this student and exercise stand in an earlier line too. Keep one of them."
            )
        overrides[where] = override
    if problems:
        raise _unreadable(path, problems)
    return overrides


def unknown(
    overrides: Mapping[tuple[str, str], Override],
    students: Iterable[str],
    exercises: Sequence[ExerciseInfo],
) -> list[str]:
    """Sentences about overrides that fit no student (`students` are the keys of the class), no exercise, or not the
    exercise's points."""
    keys = set(students)
    most = {exercise.slug: exercise.max_points for exercise in exercises}
    sentences = []
    for (key, slug), override in overrides.items():
        if key not in keys:
            sentences.append(f"There is no student {_quoted(key)} in this class. {_nearest(key, keys)}")
        if slug not in most:
            sentences.append(f"There is no exercise {_quoted(slug)} in this class. {_nearest(slug, most)}")
        elif override.points > most[slug]:
            sentences.append(
                f"{_quoted(key)} is given {override.points:g} points for {slug}, which has {most[slug]}. "
                "Write that many or fewer."
            )
    return sentences


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise OverridesUnreadable(
            f"{path}: there is no such file. Write it with these columns, for example:\n{_EXAMPLE}"
        ) from None
    except OSError as error:
        raise OverridesUnreadable(f"{path}: it cannot be read ({error.strerror}). Name a CSV file.") from None
    if len(data) > MOST_BYTES:
        raise OverridesUnreadable(f"{path}: it is larger than {MOST_BYTES} bytes. Is it the right file?")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise OverridesUnreadable(f"{path}: it is not UTF-8. Save it as “CSV UTF-8”.") from None


def _rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """(the line where it ends, the cells by column) of each row that is not empty."""
    header = text.partition("\n")[0]
    delimiter = ";" if header.count(";") > header.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = [name.strip().casefold() for name in next(reader, [])]
        if missing := [name for name in COLUMNS if columns.count(name) != 1]:
            raise _unreadable(path, [f"line 1: the header needs each of these once: {', '.join(missing)}."])
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, dict(zip(columns, [cell.strip() for cell in cells], strict=False))
    except csv.Error as error:
        raise _unreadable(path, [f"line {reader.line_num}: {error}. Mend its quotes."]) from None


def _override(row: Mapping[str, str]) -> tuple[tuple[str, str], Override]:
    """Raises ValueError, with what is wrong and what to do."""
    empty = [name for name in COLUMNS if not row.get(name)]
    if empty:
        raise ValueError(f"{' and '.join(empty)} {'is' if len(empty) == 1 else 'are'} empty. Write it")
    slug = row["exercise"].lower().replace("_", "-")
    return (unguarded(row["student"]), slug), Override(_points(row["points"]), row["reason"])


def _points(text: str) -> float:
    try:
        points = float(text.replace(",", "."))
    except ValueError:
        points = math.nan
    if not (math.isfinite(points) and points >= 0):
        raise ValueError(f"{_quoted(text)} are no points. Write a number such as 4 or 4.5, not below 0")
    return round(points, 2) + 0.0  # no -0.0


def _unreadable(path: Path, problems: Sequence[str]) -> OverridesUnreadable:
    shown = [f"{path}: {problem}" for problem in problems[:MOST_PROBLEMS]]
    if len(problems) > MOST_PROBLEMS:
        shown.append(f"and {len(problems) - MOST_PROBLEMS} more.")
    return OverridesUnreadable("\n".join([*shown, "An override is a line such as:", _EXAMPLE]))


def _nearest(word: str, names: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, sorted(names), n=3)
    return f"Did you mean {' or '.join(map(_quoted, near))}?" if near else "Copy it from gradebook.csv."


def _quoted(text: str) -> str:
    return f"“{plain.one_line(text[:100])}”"
