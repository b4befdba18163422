"""What one student of a class gets, for all exercises or for one, and where there is no mark to give."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from grader.classroom import Mark, StudentRecord
from grader.report.phrases import has_mark

NoMark = Literal[
    "",
    "not handed in",  # whether that is a zero is for a person, or for the course's system, to say
    "not settled",  # a file is unclear, or the kit failed
]


class Grade(NamedTuple):
    """Points, or None and the reason for there being none."""

    points: float | None
    max_points: int
    no_mark: NoMark = ""


def total(record: StudentRecord) -> Grade:
    """The points for all exercises. What is missing counts 0 as soon as anything was handed in."""
    return _grade(record.marks, record.points, record.max_points)


def single(record: StudentRecord, slug: str) -> Grade:
    """The points for the exercise `slug`, which the class has."""
    mark = next(mark for mark in record.marks if mark.slug == slug)
    return _grade([mark], mark.points, mark.max_points)


def _grade(marks: Sequence[Mark], points: float, max_points: int) -> Grade:
    if not all(map(has_mark, marks)):
        return Grade(None, max_points, "not settled")
    if all(mark.state == "missing" and mark.override is None for mark in marks):
        return Grade(None, max_points, "not handed in")
    return Grade(points, max_points)
