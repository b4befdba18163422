"""The roster: who is in the class, from a CSV file of whatever system knows it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from grader.bulk.intake.names import folded, key_of, shown
from grader.classroom import Student

MAX_ROSTER = 10 * 1024 * 1024  # bytes

# Headers, in lower case, by what they mean. Canvas: "Student", "ID", "SIS User ID", "SIS Login ID", "Section".
# Moodle: "Identifier" ("Participant 123"), "Full name", "Email address", "ID number". GitHub Classroom: "identifier",
# "github_username", "name". Classroom 50: "username", "first_name", "last_name", "email", "section".
_HEADERS: Mapping[str, tuple[str, ...]] = {
    "email": ("email", "email address", "e-mail", "e-mail address", "mail"),
    "name": ("name", "full name", "student", "student name", "display name"),
    "first": ("first name", "first_name", "firstname", "given name"),
    "last": ("last name", "last_name", "lastname", "surname", "family name"),
    "login": ("login", "username", "user name", "sis login id", "login id"),
    "github": ("github", "github_username", "github username"),
    "sis": ("sis user id", "id number", "student id", "student number", "number"),
    "id": ("id", "user id"),
    "identifier": ("identifier",),
    "section": ("section", "group", "groups"),
    "submitted": ("last modified (submission)",),
}
_NAMING = ("email", "name", "first", "last", "login", "github", "sis", "id", "identifier")
_KEYS = ("email", "login", "github", "canvas", "moodle", "sis", "id", "identifier")
_MOODLE_TIME = "%A, %d %B %Y, %I:%M %p"  # "Friday, 20 November 2026, 11:59 PM"


class RosterError(Exception):
    """A roster cannot be used: which, why, and what the instructor does next."""


class Roster(msgspec.Struct, frozen=True):
    """The people of a class."""

    students: tuple[Student, ...]
    submitted: Mapping[str, datetime] = {}  # by a student's key, aware, UTC: only a Moodle worksheet tells


def read_roster(path: Path) -> Roster:
    """The roster in a CSV file: a GitHub Classroom or Classroom 50 roster, a Canvas gradebook, a Moodle worksheet or
    list of participants, or any table whose header names an email, a name, a user name or an ID.

    Raises RosterError.
    """
    rows = _rows(path)
    header = [folded(cell) for cell in rows[0][1]] if rows else []
    columns = {
        meaning: header.index(name)
        for meaning, names in _HEADERS.items()
        for name in reversed(names)
        if name in header
    }
    if not columns.keys() & set(_NAMING):
        raise RosterError(
            f"{path}: its first line names no column that says who a student is. Name one of them "
            "email, name, username or id."
        )
    system = _system(header)
    students: dict[str, Student] = {}
    lines: dict[str, int] = {}
    submitted = {}
    for line, row in rows[1:]:
        cells = {meaning: row[column].strip() for meaning, column in columns.items() if column < len(row)}
        student = _student(cells, system)
        if student is None:
            continue
        if student.key in students:
            raise RosterError(
                f"{path}: lines {lines[student.key]} and {line} are both {student.key}. Each student needs an email, "
                "a user name or an ID of their own: mend one line or remove it."
            )
        students[student.key], lines[student.key] = student, line
        if (time := _time(cells.get("submitted", ""))) is not None:
            submitted[student.key] = time
    if not students:
        raise RosterError(
            f"{path}: nobody is on it. A roster has a line of headers, and a line for each student."
        )
    return Roster(tuple(students.values()), submitted)


def _rows(path: Path) -> list[tuple[int, list[str]]]:
    """The rows that are not empty, with their line in the file."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_ROSTER + 1)
        if len(content) > MAX_ROSTER:
            raise RosterError(f"{path}: it is larger than {MAX_ROSTER // 1024**2} MB. Is it a roster?")
        encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
        text = content.decode(encoding)
        first = text.partition("\n")[0]
        delimiter = max(",;\t", key=first.count)
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        return [(rows.line_num, row) for row in rows if any(cell.strip() for cell in row)]
    except OSError as error:
        raise RosterError(f"{path}: it cannot be read: {error.strerror}. Give another path.") from None
    except UnicodeDecodeError:
        raise RosterError(f"{path}: it is not UTF-8. Save it as CSV in UTF-8 once more.") from None
    except csv.Error as error:
        raise RosterError(f"{path}: it is not CSV: {error}. Save it as CSV once more.") from None


def _system(header: Sequence[str]) -> str:
    """Which system's ID the table holds: what is called so differs."""
    if {"student", "id", "section"} <= set(header):
        return "canvas"
    if {"username", "github_id"} <= set(header):
        return "classroom50"
    return ""


def _student(cells: Mapping[str, str], system: str) -> Student | None:
    """The student of one row; None for a row that is none, such as Canvas's "Points Possible" and test student."""
    name = " ".join(filter(None, (cells.get("first", ""), cells.get("last", "")))) or cells.get("name", "")
    if system == "canvas":
        if not cells.get("id", "").isdecimal() or name == "Student, Test":
            return None
        name = " ".join(reversed([part.strip() for part in name.split(",", 1)]))
    ids = {meaning: cells[meaning] for meaning in ("login", "github", "sis", "id") if cells.get(meaning)}
    if system == "canvas":
        ids["canvas"] = ids.pop("id")
    if system == "classroom50" and "login" in ids:
        ids["github"] = ids.pop("login")
    email = cells.get("email", "")
    ids |= _identified(cells.get("identifier", ""), is_moodle="github" not in cells)
    if not email and "@" in ids.get("identifier", ""):
        email = ids.pop("identifier")
    called = {"email": email, **ids}
    key = next((called[meaning] for meaning in _KEYS if called.get(meaning)), name)
    if not key:
        return None
    ids = {system: shown(text, 100) for system, text in ids.items()}
    return Student(
        key_of(key), shown(name or key, 100), shown(email, 100), ids, shown(cells.get("section", ""), 100)
    )


def _identified(identifier: str, *, is_moodle: bool) -> dict[str, str]:
    """What "Identifier" holds: in a Moodle worksheet "Participant 123", the word in the site's language."""
    number = identifier.rpartition(" ")[2]
    if is_moodle and number.isdecimal():
        return {"moodle": number}
    return {"identifier": identifier} if identifier else {}


def _time(text: str) -> datetime | None:
    """When Moodle last received something, in the zone of this machine: the worksheet names none."""
    try:
        return datetime.strptime(text, _MOODLE_TIME).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
