"""What is known of a class once its submissions are graded: closed sets of frozen values.

Everything that an instructor or a course's system receives (the gradebook, the feedback, the page, the exports) is a
function of one `ClassRecord`, and of nothing else. Points here are what counts: after overrides and late penalties.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from grader.verdict import ExerciseVerdict, Expected, Isolation

SCHEMA = "overlap/class/1"

State = Literal[
    "graded",
    "missing",  # nothing was handed in for this exercise
    "unclear",  # something was, but which file counts is for a person to say
    "error",  # our failure: it has no mark, and says nothing about the student
]


class Student(msgspec.Struct, frozen=True):
    """One person, or one team, as the course knows them."""

    key: str  # unique in a class, the same in every run: an email, a user name or a number, else the folder's name
    name: str  # as people say it; the key where nothing better is known
    email: str = ""
    ids: Mapping[
        str, str
    ] = {}  # what other systems call them: "canvas", "moodle", "github", "sis", "login" ...
    section: str = ""


class Lateness(msgspec.Struct, frozen=True):
    """How late a file came, and what that costs."""

    seconds: float | None  # after the deadline; None: the course's system only says that it is late
    penalty: float  # 0.0 to 1.0, the part of the points that is taken away


class Override(msgspec.Struct, frozen=True):
    """A mark that a person has set by hand, in the place of what the grader found."""

    points: float
    reason: str


class Mark(msgspec.Struct, frozen=True):
    """What one student gets for one exercise, and how it came about."""

    slug: str
    state: State
    points: float  # what counts, rounded to two places: the verdict's, less the penalty, or the override's
    max_points: int
    path: str = ""  # the file, as the submissions name it
    digest: str = ""  # SHA-256 of its bytes, in hex: the key of its verdict in the store
    problem: str = ""  # why there is nothing to run, or what went wrong with us
    submitted: str = ""  # ISO 8601 in UTC, where it is known
    verdict: ExerciseVerdict | None = None
    late: Lateness | None = None
    override: Override | None = None


class StudentRecord(msgspec.Struct, frozen=True):
    """One row of the class."""

    student: Student
    marks: tuple[Mark, ...]  # one for each exercise of the class, in its order
    points: float
    max_points: int
    problems: tuple[str, ...] = ()  # sentences: what was left out of what they handed in, and why
    has_submitted: bool = True  # False: on the roster, and nothing came


class TestInfo(msgspec.Struct, frozen=True):
    """One hidden test, as students and instructors may know it."""

    __test__ = False  # for pytest: this is no test

    name: str
    title: str
    max_points: int
    expected: Expected | None = None


class ExerciseInfo(msgspec.Struct, frozen=True):
    """One exercise of the class: the columns, and what a report tells beside a verdict."""

    slug: str
    number: str  # "2.1"
    chapter: str  # "02_together"
    title: str
    max_points: int
    tests: tuple[TestInfo, ...]
    explanations: Mapping[str, str] = {}  # what to tell a student, by misconception


class Problem(msgspec.Struct, frozen=True):
    """Something among the submissions that was not graded: where, why, and what to do."""

    path: str
    text: str


class ClassRecord(msgspec.Struct, frozen=True):
    """A class, graded."""

    schema: str
    kit: str  # version
    python: str
    isolation: Isolation
    layout: str  # what the submissions looked like: "Canvas download", "a folder a student" ...
    exercises: tuple[ExerciseInfo, ...]
    students: tuple[StudentRecord, ...]  # by name, then by key
    problems: tuple[Problem, ...] = ()
