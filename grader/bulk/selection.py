"""Which students a run is about."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from grader.bulk.intake.submissions import Intake
from grader.classroom import Student


class UnknownStudent(Exception):
    """Nobody is called so. The text offers the nearest names."""


def only(intake: Intake, names: Sequence[str]) -> Intake:
    """What concerns the students of these names: keys, names, emails, or what other systems call them. Without
    names: all of it. Raises UnknownStudent."""
    if not names:
        return intake
    everybody = (*(one.student for one in intake.submissions), *intake.missing)
    known = sorted({name for student in everybody for name in _names(student)})
    wanted = {name.casefold() for name in names}
    for name in sorted(wanted.difference(known)):
        near = difflib.get_close_matches(name, known, n=3)
        advice = (
            f"Did you mean {' or '.join(map(repr, near))}?" if near else "gradebook.csv has the names of all."
        )
        raise UnknownStudent(f"There is no student {name!r} among the submissions or on the roster. {advice}")
    return Intake(
        layout=intake.layout,
        submissions=tuple(one for one in intake.submissions if _names(one.student) & wanted),
        missing=tuple(student for student in intake.missing if _names(student) & wanted),
        problems=intake.problems,
    )


def _names(student: Student) -> set[str]:
    names = (student.key, student.name, student.email, *student.ids.values())
    return {name.casefold() for name in names if name}
