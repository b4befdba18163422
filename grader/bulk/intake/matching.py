"""Which file of a student counts for which exercise: by its path, then its name, then the functions that it defines.

What cannot be decided is said and not guessed. The sources are never parsed here: they may be built to break a parser,
and a file with a syntax error defines functions as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from grader.bulk.intake.advice import is_worth_a_word, what_to_do
from grader.bulk.intake.gathering import Found
from grader.bulk.intake.naming import exercise_named
from grader.bulk.intake.tree import CannotRead, Parts, has_suffix
from grader.catalog import Exercise
from grader.practice import MAX_SOURCE

MAX_READ = 32 * 1024 * 1024  # bytes of one student's sources
MAX_NAMED = 5  # files in one sentence

_BY_PATH, _BY_NAME, _BY_PART_OF_NAME, _BY_FUNCTIONS = range(4)
_DEFINES = re.compile(rb"^(?:async[ \t]+def|def|class)[ \t]+([^\W\d]\w{0,99})", re.MULTILINE)


@dataclass(frozen=True)
class Choice:
    """The file that counts for an exercise."""

    file: Found
    content: bytes
    problem: str = ""  # why there is nothing to run; the content is then empty
    is_unclear: bool = False


@dataclass(frozen=True)
class Matching:
    """What a student's files are, by the slug of the exercise; and sentences about the others."""

    choices: Mapping[str, Choice]
    problems: tuple[str, ...]


@dataclass(frozen=True)
class _Match:
    file: Found
    content: bytes
    problem: str
    kind: int
    copy: int
    is_stub: bool


class Matcher:
    """Matches the files of one student after the other to the exercises of a kit."""

    def __init__(self, exercises: Sequence[Exercise]) -> None:
        self._exercises = exercises
        self._by_path: dict[Parts, Exercise] = {
            (exercise.chapter, exercise.stub.name): exercise for exercise in exercises
        }
        self._stubs = {exercise.slug: _normalised(_content(exercise)) for exercise in exercises}

    def match(self, files: Sequence[Found]) -> Matching:
        """What the files of one student are."""
        matches: dict[str, list[_Match]] = defaultdict(list)
        problems = []
        budget = MAX_READ
        for file in files:
            content, problem = b"", ""
            if has_suffix(file.entry, ".py"):
                content, problem = _read(file, min(budget, MAX_SOURCE))
                budget -= len(content)
            slug, kind, copy = self._exercise_of(file, content)
            if slug:
                is_stub = not problem and _normalised(content) == self._stubs[slug]
                matches[slug].append(_Match(file, content, problem, kind, copy, is_stub))
            elif words := problem or self._words_about(file, content):
                problems.append(f"{file.shown} {words}")
        choices = {}
        for slug, candidates in matches.items():
            choices[slug], passed_over = _choose(slug, candidates)
            problems += passed_over
        return Matching(choices, tuple(problems))

    def _exercise_of(self, file: Found, content: bytes) -> tuple[str, int, int]:
        """(slug, kind of match, number of the copy); without a slug where it is nothing."""
        if not has_suffix(file.entry, ".py"):
            return "", 0, 0
        if exercise := self._by_path.get(file.parts[-2:]):
            return exercise.slug, _BY_PATH, 0
        if named := exercise_named(PurePosixPath(file.parts[-1]).stem, self._exercises):
            return named.slug, _BY_PART_OF_NAME if named.rest else _BY_NAME, named.copy
        slugs = self._defined_by(content)
        return (slugs[0], _BY_FUNCTIONS, 0) if len(slugs) == 1 else ("", 0, 0)

    def _defined_by(self, content: bytes) -> list[str]:
        """The exercises all of whose names the source defines; those that ask for the most of them."""
        defined = {name.decode("ascii", "replace") for name in _DEFINES.findall(content)}
        fits = {
            e.slug: len(e.declared) for e in self._exercises if e.declared and e.declared.keys() <= defined
        }
        return [slug for slug, count in fits.items() if count == max(fits.values())]

    def _words_about(self, file: Found, content: bytes) -> str:
        name = file.parts[-1]
        if file.entry.problem:
            return file.entry.problem
        if not has_suffix(file.entry, ".py"):
            if has_suffix(file.entry, ".zip"):
                return "is an archive in an archive, and was not read. Unpack the outer one."
            return (what_to_do(name) or "matches no exercise.") if is_worth_a_word(name) else ""
        several = self._defined_by(content)
        if several:
            return f"defines what {_listed(several)} ask for, and was not graded: hand in a file for each."
        return "matches no exercise by its name or by what it defines. Name it like the exercise."


def _choose(slug: str, matches: Sequence[_Match]) -> tuple[Choice, list[str]]:
    """The one that counts, and a sentence about those that do not."""
    rest = [match for match in matches if not match.is_stub] or list(matches)
    best = min(match.kind for match in rest)
    rest = _without_doubles([match for match in rest if match.kind == best])
    if all(match.file.bundle.times == "unknown" for match in rest):  # Canvas numbers what is handed in again
        newest = max(match.copy for match in rest)
        rest = [match for match in rest if match.copy == newest]
    first = rest[0]
    if len(rest) > 1:
        names = _listed([match.file.shown for match in rest])
        problem = (
            f"Several files could be meant for {slug}: {names}. Which of them counts is for a person to say."
        )
        return Choice(first.file, b"", problem, is_unclear=True), []
    passed_over = [
        match.file.shown
        for match in matches
        if match is not first and not match.is_stub and match.content != first.content
    ]
    words = [f"{first.file.shown} counts for {slug}, and not {_listed(passed_over)}."] if passed_over else []
    problem = f"{first.file.shown} {first.problem}" if first.problem else ""
    return Choice(first.file, first.content, problem), words


def _without_doubles(matches: Sequence[_Match]) -> list[_Match]:
    """Each content once; of equal ones the last copy, which is the newest where copies have numbers."""
    kept: dict[bytes | int, _Match] = {}
    for number, match in enumerate(matches):
        same = number if match.problem else match.content
        if same not in kept or kept[same].copy < match.copy:
            kept[same] = match
    return list(kept.values())


def _read(file: Found, limit: int) -> tuple[bytes, str]:
    try:
        return file.tree.read(file.entry, limit), ""
    except CannotRead as error:
        if limit < MAX_SOURCE and not file.entry.problem:
            return b"", f"was not read: the files before it are {MAX_READ // 1024**2} MB already."
        return b"", str(error)


def _content(exercise: Exercise) -> bytes:
    try:
        return exercise.stub.read_bytes()
    except OSError:
        return b""


def _normalised(content: bytes) -> bytes:
    """Without what editors and git change on their own: the ends of lines."""
    return content.replace(b"\r\n", b"\n").strip()


def _listed(names: Sequence[str]) -> str:
    more = len(names) - MAX_NAMED
    return ", ".join(names[:MAX_NAMED]) + (f" and {more} more" if more > 0 else "")
