"""What `verify --record` writes beside the hidden tests of an exercise: what a check compares a submission with.

It is recorded, so that a check runs neither the solution nor the wrong ones, and needs none of them.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from pathlib import Path

import msgspec

from grader.catalog import CatalogError, Declaration
from grader.misconception import Fingerprint
from grader.verdict import Expected


class Misconception(msgspec.Struct, frozen=True):
    """A wrong solution: what to tell a student who has it, and how it is recognised."""

    explanation: str
    fingerprint: Fingerprint


class Recording(msgspec.Struct, frozen=True):
    """`declared`: what the stub declares. `expected`: what the solution did in each test. `stub`: its lines, as it is
    handed out."""

    declared: Mapping[str, Declaration] = {}
    expected: Mapping[str, Expected] = {}
    misconceptions: Mapping[str, Misconception] = {}
    stub: tuple[str, ...] = ()


class Unreadable(CatalogError):
    """A recording is damaged."""


def read(path: Path) -> Recording:
    """The recording in a file; an empty one where there is none. Raises Unreadable."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Recording)
    except FileNotFoundError:
        return Recording()
    except (msgspec.DecodeError, OSError) as error:
        raise Unreadable(f"{path}: {error}. Write it anew: nox -s verify -- --record") from None


def encode(recording: Recording) -> bytes:
    """A recording as it is kept: JSON that is easy to compare line by line."""
    return msgspec.json.format(msgspec.json.encode(recording, order="sorted"), indent=1) + b"\n"


def explanation(source: str) -> str:
    """What a wrong solution says to a student who has its misconception: its docstring."""
    try:
        return ast.get_docstring(ast.parse(source)) or ""
    except SyntaxError:
        return ""


def name_of(wrong: Path) -> str:
    """The name of the misconception that a file holds: wrong/sequential_await.py is "sequential-await"."""
    return wrong.stem.replace("_", "-")
