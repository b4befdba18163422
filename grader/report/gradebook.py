"""A class as one table for a spreadsheet: a row a student, a column an exercise.

Text is quoted and numbers are not, so that a program can tell a number from a text that looks like one. No text is
taken for a formula: neither at the beginning of a cell nor after a semicolon, where many a spreadsheet splits lines.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from grader.classroom import ClassRecord, Mark, StudentRecord
from grader.report import plain
from grader.report.phrases import amount, has_mark, late_by, percent

MOST_CHARACTERS = 2_000  # of one cell; a spreadsheet takes 32,767

# A spreadsheet takes a cell that begins so for a formula (also the wide forms of East Asian keyboards). What begins
# with a tab or a line end does so as well: `plain` has written these out. An apostrophe before it makes it a text.
_FORMULA = re.compile(r"((?:^|;)\s*)([-=+@＝＋－＠])")
_GUARDED = re.compile(r"((?:^|;)\s*)'([-=+@＝＋－＠])")


def render_gradebook(record: ClassRecord) -> str:
    r"""The table as CSV with a header, lines ended by `\r\n`.

    Columns: student (the key), name, email, section; an exercise each, by slug; total, max_points, late, notes. The
    cell of an exercise is empty while there is no mark: the file is unclear, or the kit failed. The notes say so.
    """
    text = io.StringIO()
    rows = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    slugs = [exercise.slug for exercise in record.exercises]
    rows.writerow(["student", "name", "email", "section", *slugs, "total", "max_points", "late", "notes"])
    for student in record.students:
        rows.writerow(_row(student))
    return text.getvalue()


def text_cell(text: str) -> str:
    """A text that somebody else controls, as a cell: one line, bounded, and no formula."""
    shown = plain.one_line(text[: MOST_CHARACTERS + 1])
    if len(shown) > MOST_CHARACTERS:
        shown = shown[: MOST_CHARACTERS - 1] + "…"
    return _FORMULA.sub(r"\1'\2", shown)


def unguarded(cell: str) -> str:
    """A cell as it was before `text_cell` has guarded it: for what people copy out of a gradebook."""
    return _GUARDED.sub(r"\1\2", cell)


def _row(record: StudentRecord) -> list[str | float]:
    student = record.student
    return [
        text_cell(student.key),
        text_cell(student.name),
        text_cell(student.email),
        text_cell(student.section),
        *(_number(mark.points) if has_mark(mark) else "" for mark in record.marks),
        _number(record.points),
        record.max_points,
        text_cell("; ".join(_lateness(record))),
        text_cell("; ".join(_notes(record))),
    ]


def _number(points: float) -> float:
    return int(points) if points == int(points) else round(points, 2)


def _lateness(record: StudentRecord) -> Iterator[str]:
    for mark in record.marks:
        if mark.late:
            cost = f", -{percent(mark.late.penalty)}" if mark.late.penalty and mark.override is None else ""
            yield f"{mark.slug}: {late_by(mark.late)}{cost}"


def _notes(record: StudentRecord) -> Iterator[str]:
    if not record.has_submitted:
        yield "nothing handed in"
    for mark in record.marks:
        yield from _mark_notes(mark)
    yield from record.problems


def _mark_notes(mark: Mark) -> Iterator[str]:
    if mark.override:
        yield f"{mark.slug}: set to {amount(mark.override.points)} by hand ({mark.override.reason})"
    if mark.state == "error":
        yield f"{mark.slug}: not graded, the kit failed ({mark.problem})"
    elif mark.state == "unclear":
        yield f"{mark.slug}: which file counts is unclear ({mark.problem})"
    elif mark.problem:
        yield f"{mark.slug}: {mark.problem}"
