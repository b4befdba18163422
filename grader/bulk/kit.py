"""The key under which a verdict is kept: what decides it, apart from the submission's own bytes.

A verdict depends on the submission, on the exercise's hidden tests and recording, on the code that judges, on the
Python that runs both, and on the packages whose words come up in messages. Each is a part of the key, so that a run
can say which of them has changed.

What is not in the key: code that only shows or collects verdicts, the title and the hints of an exercise, the patch
release of Python, and the isolation level. The level is a bound and no ingredient: honest code behaves the same at
each level, and a verdict that was found below the level which a run accepts is found anew (`Store.judged`).
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from grader.catalog import Exercise

PACKAGE = Path(__file__).parents[1]
# Parts of the grader that come after a verdict, or do without one. What is new counts until it is named here.
SHOWS_ONLY = {
    "__main__.py",
    "atomic.py",
    "bulk",
    "classroom.py",
    "cli",
    "desk",
    "export.py",
    "formats",
    "progress.py",
    "release",
    "report",
    "scaffold",
    "similarity.py",
    "verify.py",
}
JUDGES_TOO = Path(__file__).with_name("grading.py")  # of `bulk`, the one module that makes verdicts
SUBMISSIONS = {"right", "wrong"}  # beside the hidden tests: for `verify`, never run by them
PACKAGES = ("freezegun", "msgspec", "pytest", "pytest-asyncio")


class Kit(msgspec.Struct, frozen=True, order=True):
    """What decides the verdicts of one exercise: digests, and versions in words."""

    hidden_tests: str
    grader: str
    python: str
    packages: str

    @property
    def key(self) -> str:
        """The key of this kit's verdicts: SHA-256 in hex."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()

    def changes_since(self, other: Kit) -> tuple[str, ...]:
        """In words, which parts differ from those of `other`."""
        names = {"hidden_tests": "the hidden tests", "grader": "the grader"}
        names |= {"python": f"Python, from {other.python}", "packages": f"packages, from {other.packages}"}
        return tuple(text for name, text in names.items() if getattr(self, name) != getattr(other, name))


def kit_of(exercise: Exercise) -> Kit:
    """The kit that is here, for one exercise. Raises OSError where a file of it cannot be read."""
    return Kit(_digest_of(exercise), _digest_of_the_grader(), _python(), _packages())


def _digest_of(exercise: Exercise) -> str:
    """Of the hidden tests, what is recorded beside them, and what the stub declares; its name stands in messages."""
    hidden = (place for place in exercise.tests.iterdir() if place.name not in SUBMISSIONS)
    told = (exercise.slug, exercise.chapter, exercise.stub.name, exercise.declared)
    return _digest([("", msgspec.json.encode(told, order="sorted")), *_contents(exercise.tests, hidden)])


@functools.cache
def _digest_of_the_grader() -> str:
    judging = (place for place in PACKAGE.iterdir() if place.name not in SHOWS_ONLY)
    return _digest(_contents(PACKAGE, [*judging, JUDGES_TOO]))


def _python() -> str:
    return f"{sys.implementation.name} {sys.version_info.major}.{sys.version_info.minor}"


@functools.cache
def _packages() -> str:
    return ", ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)


def _contents(root: Path, places: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    """(path, content) of the files in `places` and below, in the order of their paths."""
    for place in sorted(places):
        if place.name == "__pycache__" or place.suffix == ".pyc":
            continue
        if place.is_dir():
            yield from _contents(root, place.iterdir())
        else:
            yield place.relative_to(root).as_posix(), place.read_bytes()


def _digest(files: Iterable[tuple[str, bytes]]) -> str:
    whole = hashlib.sha256()
    for path, content in files:
        whole.update(f"{len(path)} {path} {len(content)} ".encode() + content)
    return whole.hexdigest()
