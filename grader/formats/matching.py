"""Who of a class stands in which row of another system's file."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from grader.classroom import Student

Kind = Literal["canvas", "moodle", "sis", "login", "email", "name"]  # the surest first
Keys = Mapping[Kind, str]  # what a row says of its student; blank, or left out: it does not say

_KINDS: tuple[Kind, ...] = ("canvas", "moodle", "sis", "login", "email", "name")
_NUMBERS: tuple[Kind, ...] = ("canvas", "moodle", "sis")  # two people never share one


def match(rows: Mapping[int, Keys], students: Sequence[Student]) -> dict[int, Student]:
    """The student of each row, as far as that is certain.

    The surest kind of key decides first. A key that two rows or two students share decides nothing, and no other key
    joins a row to a student who has another number.
    """
    matched: dict[int, Student] = {}
    left = list(students)
    for kind in _KINDS:
        of_students: dict[str, list[Student]] = defaultdict(list)
        for student in left:
            for key in _keys(student, kind):
                of_students[key].append(student)
        of_rows: dict[str, list[int]] = defaultdict(list)
        for place, keys in rows.items():
            if place not in matched and (key := _normal(keys.get(kind, ""), kind)):
                of_rows[key].append(place)
        for key, places in of_rows.items():
            known = of_students[key]
            if len(places) == len(known) == 1 and _may_be(rows[places[0]], known[0]):
                matched[places[0]] = known[0]
        taken = {student.key for student in matched.values()}
        left = [student for student in left if student.key not in taken]
    return matched


def _keys(student: Student, kind: Kind) -> set[str]:
    told = {
        "canvas": (student.ids.get("canvas", ""),),
        "moodle": (student.ids.get("moodle", ""),),
        "sis": (student.ids.get("sis", ""), student.key),
        "login": (student.ids.get("login", ""), student.email, student.key),
        "email": (student.email, student.key),
        "name": (student.name,),
    }[kind]
    return {_normal(key, kind) for key in told} - {""}


def _may_be(keys: Keys, student: Student) -> bool:
    for kind in _NUMBERS:
        there, here = keys.get(kind, ""), student.ids.get(kind, "")
        if there and here and _normal(there, kind) != _normal(here, kind):
            return False
    return True


def _normal(key: str, kind: Kind) -> str:
    """One spelling: "Doe, Jane" and "Jane Doe" are one name."""
    key = unicodedata.normalize("NFKC", key).casefold().strip()
    return " ".join(sorted(re.findall(r"\w+", key))) if kind == "name" else key
