"""Who has handed in: what a layout tells of a person, joined with the roster."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from grader.bulk.intake.names import fingerprint, folded, key_of, shown, squeezed, words
from grader.classroom import Problem, Student

# What an unknown person is best known by; "login" is what a roster would say.
_KEYS = ("github", "canvas", "moodle")


@dataclass(frozen=True)
class Claim:
    """A person, as the layout of the submissions tells: a course's system has written it, or a folder's name."""

    label: str  # the folder's name, or what stands for it
    name: str = ""  # as people say it, where the layout tells
    ids: tuple[tuple[str, str], ...] = ()  # what systems call them: (("canvas", "4711"),)
    is_anonymous: bool = False  # the name is the same for all

    @property
    def key(self) -> str:
        """What they are known by where no roster tells better."""
        ids = dict(self.ids)
        return key_of(next((ids[system] for system in _KEYS if system in ids), self.label))


class Known:
    """The people of a roster, by all that they are called."""

    def __init__(self, students: Sequence[Student] = ()) -> None:
        self.keys = frozenset(student.key for student in students)
        self._by_id: dict[tuple[str, str], list[Student]] = defaultdict(list)
        self._by_text: dict[str, list[Student]] = defaultdict(list)
        self._by_local_part: dict[str, list[Student]] = defaultdict(list)
        self._by_words: dict[str, list[Student]] = defaultdict(list)
        for student in students:
            for system, name in student.ids.items():
                self._by_id[system, folded(name)].append(student)
            for text in {folded(text) for text in (student.key, student.email, *student.ids.values())}:
                self._by_text[text].append(student)
            self._by_local_part[folded(student.email).partition("@")[0]].append(student)
            self._by_words[" ".join(words(student.name))].append(student)

    def __bool__(self) -> bool:
        return bool(self.keys)

    def knows(self, label: str) -> bool:
        """Whether a folder's name is that of one person."""
        return self.find(Claim(label))[0] is not None

    def has_number_of(self, claim: Claim) -> bool:
        """Whether a number that came with a claim is that of somebody."""
        return any((system, folded(number)) in self._by_id for system, number in claim.ids)

    def has_user(self, name: str) -> bool:
        """Whether it is somebody's user name at GitHub."""
        return ("github", folded(name)) in self._by_id

    def find(self, claim: Claim) -> tuple[Student | None, str]:
        """The one student whom a claim means; else what speaks against it, if anything does."""
        for system, number in claim.ids:
            for student in self._by_id.get((system, folded(number)), ())[:1]:
                if _may_be(student, claim):
                    return student, ""
                owner = f"{student.name} on the roster"
                return None, f"Its number {number} is that of {owner}, and the names differ."
        text, name = folded(claim.label), " ".join(words(claim.name or claim.label))
        for table, called in ((self._by_text, text), (self._by_local_part, text), (self._by_words, name)):
            found = table.get(called, []) if called else []
            if len(found) == 1:
                return found[0], ""
            if found:
                keys = ", ".join(sorted(student.key for student in found[:4]))
                return None, f"It could be any of these on the roster: {keys}."
        return None, ""


def identify(claims: Iterable[Claim], known: Known) -> tuple[dict[Claim, Student], list[Problem]]:
    """The student behind each claim, and what a person should look at.

    Whoever is not on the roster is a student too: nobody is lost because of a list. Claims of one key that are not of
    the same person get keys of their own.
    """
    students: dict[Claim, Student] = {}
    problems: list[Problem] = []
    unknown: list[Claim] = []
    for claim in sorted(set(claims), key=lambda claim: (claim.label, claim.name, claim.ids)):
        student, doubt = known.find(claim)
        if student is not None:
            ids = {**dict(claim.ids), **student.ids}
            students[claim] = Student(student.key, student.name, student.email, ids, student.section)
            continue
        unknown.append(claim)
        if known:
            text = f"{doubt or 'This is not on the roster.'} It is graded under the name that it came with."
            problems.append(Problem(shown(claim.label), text))
    return students | _on_their_own(unknown, known, problems), problems


def _on_their_own(claims: Sequence[Claim], known: Known, problems: list[Problem]) -> dict[Claim, Student]:
    wanted = Counter(claim.key for claim in claims)
    students = {}
    for claim in claims:
        key, ids = claim.key, dict(claim.ids)
        if wanted[key] > 1 or key in known.keys or known.has_number_of(claim):
            text = f"Somebody else is called {key} as well. They are kept apart: look who it is."
            problems.append(Problem(shown(claim.label), text))
            # A number in doubt must not lead an export to another student's row.
            key, ids = f"{key}~{fingerprint(repr(claim))}", {}
        students[claim] = Student(key, shown(claim.name or claim.label, 100), ids=ids)
    return students


def _may_be(student: Student, claim: Claim) -> bool:
    """Whether the name that came with a number fits: numbers can be part of a name that a student has chosen."""
    if claim.is_anonymous or not claim.name or not words(student.name):
        return True
    name = squeezed(claim.name)
    return any(word in name for word in words(student.name)) or name in squeezed(student.name)
