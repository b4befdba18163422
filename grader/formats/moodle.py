"""Moodle: the grading worksheet of an assignment, filled in.

Moodle's sources are mod/assign/feedback/offline/importgradeslib.php and locallib.php beside it. A row is found by the
digits of `Identifier` ("Participant 123"), and taken only if `Last modified (grade)` is not older than the grade that
Moodle has. Headers are in the language of the site, so columns are known by their place where their English names are
not there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from grader.classroom import ClassRecord
from grader.formats.filling import Column, Filled, NotFillable, fill, number, shown
from grader.formats.matching import Keys, match
from grader.formats.sheet import Sheet, Unreadable, read_sheet

_PARTICIPANT = re.compile(r"\D+(\d+)\s*")


def write(
    content: bytes,
    record: ClassRecord,
    *,
    column: str | None = None,
    exercise: str | None = None,
    scale: bool = False,
) -> Filled:
    """Fill the marks of a class into the worksheet `content`.

    They are the totals, or the marks of the exercise with the slug `exercise`. `column` is the header of the grades
    where it is not `Grade`. `scale` converts marks where Moodle has another maximum. Raises NotFillable.
    """
    sheet = _read(content)
    header = [cell.strip() for cell in sheet.rows[0].values()]
    grade = _grade_column(header, column)
    rows = [row.values() for row in sheet.rows]
    people = {
        place: _keys(header, values)
        for place, values in enumerate(rows)
        if place and _PARTICIPANT.fullmatch(values[0])
    }
    if not people:
        raise NotFillable(f"No row of this worksheet names a participant in its first column. {_HOW_TO}")
    possible = _maximum(header, rows[min(people)], grade)
    of_row = match(people, [student.student for student in record.students])
    records = {student.student.key: student for student in record.students}
    lock = _place(header, "grade can be changed")
    return fill(
        sheet,
        [Column(grade, header[grade], exercise, possible)],
        {place: records[student.key] for place, student in sorted(of_row.items())},
        record,
        scale=scale,
        takes_marks=lambda row, _value: lock is None or _cell(rows[row], lock).strip().casefold() != "no",
    )


_HOW_TO = (
    "In Moodle, allow “Offline grading worksheet” in the settings of the assignment, then choose “Download grading "
    "worksheet” under View all submissions."
)


def _read(content: bytes) -> Sheet:
    try:
        return read_sheet(content)
    except Unreadable as error:
        raise NotFillable(str(error)) from None


def _grade_column(header: Sequence[str], column: str | None) -> int:
    place = _place(header, column or "grade")
    if place is None:
        known = ", ".join(f"“{shown(title)}”" for title in header[:20])
        raise NotFillable(
            f"No column is called “{shown(column or 'Grade')}”. If your Moodle speaks another language, name the "
            f"column of the grades by --column: {known}. If this is no grading worksheet: {_HOW_TO}"
        )
    return place


def _maximum(header: Sequence[str], values: Sequence[str], grade: int) -> float | None:
    """What the next column says; with a scale of words, Moodle would take no number."""
    place = grade + 1
    if place >= len(header):
        return None
    possible = number(_cell(values, place))
    if possible is None and header[place].casefold() == "scale":
        raise NotFillable(
            "This assignment is graded by a scale of words. Change its grade type to points in Moodle, and download "
            "the worksheet again."
        )
    return possible


def _keys(header: Sequence[str], values: Sequence[str]) -> Keys:
    found = _PARTICIPANT.fullmatch(values[0])
    mail = next((place for place, title in enumerate(header) if "mail" in title.casefold()), None)
    name = _place(header, "full name")
    return {
        "moodle": found[1] if found else "",
        "email": _cell(values, mail),
        "name": _cell(values, 1 if name is None else name),
    }


def _place(header: Sequence[str], title: str) -> int | None:
    wanted = title.strip().casefold()
    return next((place for place, known in enumerate(header) if known.casefold() == wanted), None)


def _cell(values: Sequence[str], place: int | None) -> str:
    return values[place] if place is not None and place < len(values) else ""
