"""What a student has done: `progress.txt` at the root of the kit, a line a fact.

    2.1  three-scouts  solved 2026-11-23
    2.1  three-scouts  hints 2

It is made to be kept with the work and to travel between machines. Facts only grow (the earliest day and the highest
number win), so two copies are merged by putting their lines together, in any order: a person can do that, git can
(`merge=union`), and where git has left marks of a conflict, the lines on both sides count. What is not understood is
kept as it is. No mark comes from this file.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from grader.atomic import write_atomically
from grader.catalog import Exercise

NAME = "progress.txt"
MAX_SIZE = 1024 * 1024  # bytes; a course of a hundred exercises needs 10 kB

HEADING = (
    "# What you have solved, and which hints you have seen. Keep it with your work; no mark comes from it."
)

_FACT = re.compile(
    r"(\d{1,4}\.\d{1,4})\s+([a-z0-9-]+)\s+(?:solved\s+(\d{4}-\d\d-\d\d)|hints\s+(\d{1,3}))", re.ASCII
)
_CONFLICT = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?: .*)?")


class NotRemembered(Exception):
    """The file cannot be read or written. The text says why, and what to do."""


class Progress(msgspec.Struct, frozen=True):
    """All that is known, by slug. Exercises that are not in this kit are among it: they may be in another copy."""

    solved: Mapping[str, dt.date] = {}  # when first
    hints: Mapping[str, int] = {}  # how many were shown
    numbers: Mapping[str, str] = {}  # "2.1", as last written; they sort the file
    other: tuple[str, ...] = ()  # lines that are no facts

    def with_solved(self, exercise: Exercise, day: dt.date) -> Progress:
        """The same, and `exercise` was solved on `day`, if not earlier."""
        first = min(day, self.solved.get(exercise.slug, day))
        return msgspec.structs.replace(
            self, solved={**self.solved, exercise.slug: first}, numbers=self._numbered(exercise)
        )

    def with_hints(self, exercise: Exercise, count: int) -> Progress:
        """The same, and `count` hints of `exercise` were shown, if not more."""
        most = max(count, self.hints.get(exercise.slug, 0))
        return msgspec.structs.replace(
            self, hints={**self.hints, exercise.slug: most}, numbers=self._numbered(exercise)
        )

    def _numbered(self, exercise: Exercise) -> Mapping[str, str]:
        return {**self.numbers, exercise.slug: exercise.number}


def read_progress(root: Path) -> Progress:
    """The progress that is kept in the folder `root`; none where there is no file. Raises NotRemembered."""
    place = _place(root)
    try:
        if not stat.S_ISREG(place.stat().st_mode):  # a pipe would never end
            raise _not_remembered(root, "read", "it is not a file")
        with place.open("rb") as file:
            content = file.read(MAX_SIZE + 1)
    except FileNotFoundError:
        return Progress()
    except OSError as error:
        raise _not_remembered(root, "read", error.strerror) from None
    if len(content) > MAX_SIZE:
        raise _not_remembered(root, "read", f"it is larger than {MAX_SIZE // 1024} kB")
    return parse(content.decode("utf-8-sig", "surrogateescape"))


def write_progress(root: Path, progress: Progress) -> None:
    """Add `progress` to what is kept in the folder `root`. Raises NotRemembered."""
    there = read_progress(root)
    merged = parse(render(there) + render(progress))
    if merged == there:
        return
    try:
        write_atomically(_place(root), [render(merged).encode("utf-8", "surrogateescape")])
    except OSError as error:
        raise _not_remembered(root, "written", error.strerror) from None


def parse(text: str) -> Progress:
    """What the lines of a file say. No text is an error."""
    solved: dict[str, dt.date] = {}
    hints: dict[str, int] = {}
    numbers: dict[str, str] = {}
    other: dict[str, None] = {}  # in order, each once
    for line in (line.rstrip() for line in text.split("\n")):
        fact = _FACT.fullmatch(line.lstrip())
        day = _day(fact[3]) if fact else None
        if fact and day:
            solved[fact[2]] = min(day, solved.get(fact[2], day))
            numbers[fact[2]] = fact[1]
        elif fact and fact[4]:
            hints[fact[2]] = max(int(fact[4]), hints.get(fact[2], 0))
            numbers[fact[2]] = fact[1]
        elif line and line != HEADING and not _CONFLICT.fullmatch(line):
            other[line] = None
    return Progress(solved, hints, numbers, tuple(other))


def render(progress: Progress) -> str:
    """The file: its heading, what is not understood, then the facts, exercise by exercise."""
    return "".join(f"{line}\n" for line in (HEADING, *progress.other, *_facts(progress)))


def _facts(progress: Progress) -> Iterator[str]:
    numbers = progress.numbers
    widest = max((len(number) for number in numbers.values()), default=0)
    for slug in sorted(numbers, key=lambda slug: ([int(part) for part in numbers[slug].split(".")], slug)):
        start = f"{numbers[slug]:<{widest}}  {slug}"
        if slug in progress.hints:
            yield f"{start}  hints {progress.hints[slug]}"
        if slug in progress.solved:
            yield f"{start}  solved {progress.solved[slug].isoformat()}"


def _day(text: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:  # the 31st of February
        return None


def _place(root: Path) -> Path:
    """Where the file is; the one in `root` may be a link to a folder that is synced."""
    return Path(os.path.realpath(root / NAME))


def _not_remembered(root: Path, done: str, why: str | None) -> NotRemembered:
    return NotRemembered(
        f"{root / NAME} cannot be {done}: {why or 'the system does not say why'}. What you do now is not remembered, "
        "and no mark depends on it. Mend that file, or move it away: the next check makes a new one."
    )
