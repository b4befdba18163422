"""Canvas: a downloaded gradebook, filled in.

What Canvas writes and reads is in its sources, lib/gradebook_exporter.rb and lib/gradebook_importer.rb: a header with
`Student` (or `LastName`, `FirstName`), `ID`, perhaps `SIS User ID`, `SIS Login ID`, `Section`; an assignment as
`Title (id)`; perhaps a row of muted assignments; a row `Points Possible`; `EX` for excused, `N/A` for not assigned.
An empty cell over a mark would take the mark away, and an unknown title would make a new assignment: neither is
written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from grader.classroom import ClassRecord, ExerciseInfo
from grader.formats.filling import Column, Filled, NotFillable, fill, number, shown
from grader.formats.matching import Keys, Kind, match
from grader.formats.sheet import Sheet, Unreadable, read_sheet

_ASSIGNMENT = re.compile(r"(?P<title>.*)\((?P<id>\d+)\)\s*", re.DOTALL)
_POINTS_POSSIBLE = "Points Possible"
_KEY_COLUMNS: dict[Kind, str] = {"canvas": "ID", "sis": "SIS User ID", "login": "SIS Login ID"}
_NEVER_WRITTEN = {"EX", "N/A"}


def write(
    content: bytes,
    record: ClassRecord,
    *,
    column: str | None = None,
    exercise: str | None = None,
    scale: bool = False,
) -> Filled:
    """Fill the marks of a class into the gradebook `content`.

    Without `column`, each exercise goes into the assignment whose title is its title or slug. `column` is one
    assignment, by its header, its title or its id; it takes the total, or the marks of the exercise with the slug
    `exercise`. `scale` converts marks where Canvas has other points than the class. Raises NotFillable.
    """
    sheet = _read(content)
    header = [cell.strip() for cell in sheet.rows[0].values()]
    points_row = _points_row(sheet)
    columns = [
        Column(place, header[place], slug, _possible(points_row, place, header[place]))
        for place, slug in _chosen(header, record.exercises, column, exercise)
    ]
    rows = {place: _keys(header, values) for place, values in _student_rows(sheet)}
    of_row = match(rows, [student.student for student in record.students])
    records = {student.student.key: student for student in record.students}
    return fill(
        sheet,
        columns,
        {place: records[student.key] for place, student in sorted(of_row.items())},
        record,
        scale=scale,
        takes_marks=lambda _row, value: value.strip().upper() not in _NEVER_WRITTEN,
    )


def _read(content: bytes) -> Sheet:
    try:
        sheet = read_sheet(content)
    except Unreadable as error:
        raise NotFillable(str(error)) from None
    header = [cell.strip() for cell in sheet.rows[0].values()]
    has_name = header[0] == "Student" or header[:2] == ["LastName", "FirstName"]
    if not has_name or "ID" not in header or "Section" not in header:
        raise NotFillable(
            "This is no gradebook of Canvas: its first line has to hold Student, ID and Section. In Canvas, open "
            "Grades, then Export, then Export Entire Gradebook."
        )
    return sheet


def _chosen(
    header: Sequence[str], exercises: Sequence[ExerciseInfo], column: str | None, exercise: str | None
) -> list[tuple[int, str | None]]:
    """(column, slug) pairs; None for the total."""
    assignments = {
        place: found
        for place, title in enumerate(header)
        if (found := _ASSIGNMENT.fullmatch(title)) is not None
    }
    if column is not None:
        wanted = column.strip().casefold()
        places = [
            place
            for place, found in assignments.items()
            if wanted in {found[0].strip().casefold(), found["title"].strip().casefold(), found["id"]}
        ]
        if len(places) != 1:
            how_many = "no assignment is" if not places else f"{len(places)} assignments are"
            raise NotFillable(
                f"In this gradebook, {how_many} called “{shown(column)}”. {_offer(header, assignments)}"
            )
        return [(places[0], exercise)]
    chosen: list[tuple[int, str | None]] = []
    for info in exercises:
        if exercise not in {None, info.slug}:
            continue
        names = {info.slug.casefold(), info.title.casefold(), f"{info.number} {info.title}".casefold()}
        places = [place for place, found in assignments.items() if found["title"].strip().casefold() in names]
        if len(places) > 1:
            raise NotFillable(
                f"{len(places)} assignments are called “{shown(info.title)}”. Choose one: "
                f"--column ID --exercise {info.slug}"
            )
        chosen += [(place, info.slug) for place in places]
    if not chosen:
        raise NotFillable(f"No assignment has an exercise's name. {_offer(header, assignments)}")
    return chosen


def _offer(header: Sequence[str], assignments: dict[int, re.Match[str]]) -> str:
    if not assignments:
        return "It holds no assignment: make one in Canvas, and export the gradebook again."
    known = ", ".join(f"“{shown(header[place])}”" for place in list(assignments)[:20])
    return f"Name one by --column: {known}."


def _points_row(sheet: Sheet) -> tuple[str, ...] | None:
    return next((row.values() for row in sheet.rows[1:] if _is_points(row.values())), None)


def _is_points(values: Sequence[str]) -> bool:
    return _POINTS_POSSIBLE in values[0]


def _possible(points_row: Sequence[str] | None, place: int, title: str) -> float | None:
    if points_row is None or place >= len(points_row):
        return None
    if "read only" in points_row[place]:
        raise NotFillable(
            f"Canvas takes no marks for “{shown(title)}”: it is read only. Choose another column."
        )
    return number(points_row[place])


def _student_rows(sheet: Sheet) -> Iterator[tuple[int, tuple[str, ...]]]:
    for place, row in enumerate(sheet.rows[1:], start=1):
        values = row.values()
        if any(values[:2]) and not _is_points(values):  # the row of muted assignments names nobody
            yield place, values


def _keys(header: Sequence[str], values: Sequence[str]) -> Keys:
    cells = dict(zip(header, values, strict=False))
    name = cells.get("Student") or f"{cells.get('FirstName', '')} {cells.get('LastName', '')}"
    return {**{kind: cells.get(title, "") for kind, title in _KEY_COLUMNS.items()}, "name": name}
