"""Marks go into a file that an instructor has downloaded from a course's system."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import floor

from grader.classroom import ClassRecord, StudentRecord
from grader.formats import bounded
from grader.formats.grades import Grade, single, total
from grader.formats.sheet import Sheet
from grader.report.phrases import amount, counted

MOST_NAMES = 5

_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_DECIMAL_COMMA = re.compile(r"-?\d+,\d{1,2}")  # three digits could be thousands


class NotFillable(Exception):
    """The file cannot take these marks. The text says why, and what to do."""


@dataclass(frozen=True)
class Filled:
    """The file with its marks, how many cells are new, and what the instructor should know before the upload."""

    content: bytes
    changed: int
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """Where marks go. `possible` is what the other system takes for all points, None where it does not say."""

    place: int
    title: str
    slug: str | None  # the exercise; None: the total of all
    possible: float | None


@dataclass
class _Seen:
    """Who is to be told of, by name."""

    unsettled: dict[str, None] = field(default_factory=dict)
    not_handed_in: dict[str, None] = field(default_factory=dict)
    left_alone: dict[str, None] = field(default_factory=dict)
    replaced: int = 0

    def no_mark(self, grade: Grade, student: StudentRecord) -> None:
        where = self.unsettled if grade.no_mark == "not settled" else self.not_handed_in
        where[_name(student)] = None


def fill(
    sheet: Sheet,
    columns: Iterable[Column],
    students: Mapping[int, StudentRecord],
    record: ClassRecord,
    *,
    scale: bool,
    takes_marks: Callable[[int, str], bool],
) -> Filled:
    """Write the marks of `students`, by row, into `columns`.

    A mark that is there already keeps its bytes; no cell becomes blank. `scale` lets the points be converted to what
    the other system takes. `takes_marks(row, value)` says whether a cell may be written at all. Raises NotFillable.
    """
    changes: dict[tuple[int, int], str] = {}
    seen = _Seen()
    values = [row.values() for row in sheet.rows]
    # Both systems read a point too, but a spreadsheet that is set to commas makes a date of "8.5".
    comma = any(_DECIMAL_COMMA.fullmatch(cell.strip()) for cells in values for cell in cells)
    for column in columns:
        before = {
            row: values[row][column.place] if column.place < len(values[row]) else "" for row in students
        }
        for row, student in students.items():
            grade = total(student) if column.slug is None else single(student, column.slug)
            factor = _factor(column, grade, scale=scale)
            if grade.points is None:
                seen.no_mark(grade, student)
                continue
            if not takes_marks(row, before[row]):
                seen.left_alone[_name(student)] = None
                continue
            mark = amount(_converted(grade.points, factor))
            if number(before[row]) != float(mark):
                seen.replaced += bool(before[row].strip(" -"))
                changes[row, column.place] = mark.replace(".", ",") if comma else mark
    found = {student.student.key for student in students.values()}
    without_row = [
        student for student in record.students if student.has_submitted and student.student.key not in found
    ]
    return Filled(sheet.with_values(changes), len(changes), tuple(_notes(seen, without_row)))


def shown(text: str) -> str:
    """A header or a name of the file, in a sentence."""
    return bounded.line(text.strip(), 60)


def _factor(column: Column, grade: Grade, *, scale: bool) -> Fraction:
    possible = column.possible
    if possible is None or possible == grade.max_points or not grade.max_points:
        return Fraction(1)
    if not scale:
        raise NotFillable(
            f"“{shown(column.title)}” takes {amount(possible)} points, and the class has {grade.max_points}. Change "
            "the points there, or add --scale: each mark is then converted."
        )
    return Fraction(str(possible)) / grade.max_points


def _converted(points: float, factor: Fraction) -> float:
    """Two places, halves up, as marks are rounded: with fractions, since floats would make 0.12 of 0.125."""
    return floor(Fraction(str(points)) * factor * 100 + Fraction(1, 2)) / 100


def _notes(seen: _Seen, without_row: list[StudentRecord]) -> Iterator[str]:
    if seen.replaced:
        yield f"{counted(seen.replaced, 'mark')} that stood there before: replaced."
    if seen.left_alone:
        yield f"Excused, not assigned or locked, and left as it is: {_some(seen.left_alone)}."
    if seen.unsettled:
        yield f"No mark yet (which file counts is unclear, or the kit failed): {_some(seen.unsettled)}."
    if seen.not_handed_in:
        yield f"Nothing handed in, and left as it is: {_some(seen.not_handed_in)}."
    if without_row:
        yield f"Without a row in the file: {_some(dict.fromkeys(map(_name, without_row)))}."


def _some(names: dict[str, None]) -> str:
    first = ", ".join(list(names)[:MOST_NAMES])
    return first if len(names) <= MOST_NAMES else f"{first} and {len(names) - MOST_NAMES} more"


def _name(record: StudentRecord) -> str:
    name, key = record.student.name, record.student.key
    return shown(name) if name == key else f"{shown(name)} ({shown(key)})"


def number(cell: str) -> float | None:
    """The number in a cell, with a decimal point or comma; None where there is none."""
    cell = cell.strip()
    return float(cell.replace(",", ".")) if _NUMBER.fullmatch(cell) else None
