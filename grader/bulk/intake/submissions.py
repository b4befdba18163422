"""What intake finds: who has handed in which file for which exercise, and what was left out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import msgspec

from grader.classroom import Problem, Student

Keep = Callable[[bytes], str]  # keeps the bytes of a file, returns their digest: SHA-256 in hex


class HandedIn(msgspec.Struct, frozen=True):
    """The one file of a student that counts for an exercise."""

    slug: str
    path: str  # within the submissions, with slashes; a member of an archive as "class.zip/jane/x.py"
    digest: str
    problem: str = ""  # why there is nothing to run, in words for the student; the digest is then that of b""
    submitted: datetime | None = None  # aware, UTC
    is_marked_late: bool = False  # the course's system says so
    is_unclear: bool = False  # several files could be meant: `problem` names them


class Submission(msgspec.Struct, frozen=True):
    """All that one student has handed in: at most one file an exercise, in the order of the exercises."""

    student: Student
    files: tuple[HandedIn, ...]
    problems: tuple[str, ...] = ()


class Intake(msgspec.Struct, frozen=True):
    """A class's submissions, by the name and key of their students."""

    layout: str  # "Canvas download", "Moodle download", "GitHub Classroom clones", "a folder a student" ...
    submissions: tuple[Submission, ...]
    missing: tuple[Student, ...]  # on the roster, and nothing came
    problems: tuple[Problem, ...]  # what belongs to nobody, who is unknown, which archives cannot be read
