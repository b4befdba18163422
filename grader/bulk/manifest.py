"""What a release consists of: the SHA-256 of every file in it that a student must not change.

A copy of it is read as everything is that students hand in: bounded, and without following a link.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Literal

import msgspec

from grader.bulk.intake.names import shown
from grader.bulk.intake.tree import MAX_FILES, CannotRead, Entry, Parts, Tree

SCHEMA: Literal["overlap/release/1"] = "overlap/release/1"
NAME = "manifest.json"

WORKFLOW = ".github/workflows/overlap.yml"
KIT = ".github/overlap/kit.zip"

# Where a file that was not released would be read by Python, pytest or GitHub.
CLOSED = ("grader/", "tests/", ".github/workflows/")

MAX_FILE = 16 * 1024 * 1024  # bytes of a file that is compared; what is larger was not released
MOST_NAMED = 5  # changes in one sentence

Tests = Literal["public", "sealed", "remote"]


class Manifest(msgspec.Struct, frozen=True):
    """One release. `files`: SHA-256 in hex, by path from the root of the release, with slashes."""

    schema: Literal["overlap/release/1"]
    kit: str  # version
    tests: Tests  # where the hidden tests are
    exercises: tuple[str, ...]  # slugs
    files: Mapping[str, str]


class Change(msgspec.Struct, frozen=True):
    """A file that is not as it was released."""

    path: str  # with slashes; a student may have chosen it
    kind: Literal["changed", "missing", "added"]


class NoManifest(Exception):
    """There is no manifest that can be read. The text says where, and what to do."""


def digest(content: bytes) -> str:
    """The SHA-256 of a file's content, in hex."""
    return hashlib.sha256(content).hexdigest()


def encode(manifest: Manifest) -> bytes:
    """A manifest as it is kept: JSON, a file a line."""
    return msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=1) + b"\n"


def read_manifest(file: Path) -> Manifest:
    """The manifest in a file. Raises NoManifest."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Manifest)
    except FileNotFoundError:
        problem = "there is no such file"
    except (OSError, msgspec.DecodeError) as error:
        problem = str(error)
    raise NoManifest(
        f"{file}: {problem}. `release` writes it; in a copy of a release, `git checkout {NAME}` brings it back."
    )


def changes(tree: Tree, top: Parts, manifest: Manifest) -> list[Change]:
    """Which files of a copy of the release, in the folder `top`, are not as they were released, by path.

    A student can change a manifest too: give the instructor's. What is no ordinary file, or is behind a link, has
    changed or is missing: no link is followed.
    """
    there = dict(_files(tree, top, manifest))
    found = [
        Change(path, "changed" if path in there else "missing")
        for path, expected in manifest.files.items()
        if path not in there or _digest(tree, there[path]) != expected
    ]
    found += [Change(path, "added") for path in there if path not in manifest.files]
    return sorted(found, key=lambda change: change.path)


def in_words(found: Sequence[Change]) -> str:
    """One sentence about changes, of which there is at least one: bounded, and on one line."""
    named = ", ".join(f"{shown(change.path)} ({change.kind})" for change in found[:MOST_NAMED])
    more = f", and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
    return f"Not as it was released: {named}{more}."


def is_copy(tree: Tree, entry: Entry) -> bool:
    """Whether it is the folder of a whole repository, and not only some files of one."""
    try:
        names = {child.name for child in tree.children(entry.parts)} if entry.is_folder else set()
    except CannotRead:
        return False
    return ".git" in names or {"exercises", "grader"} <= names


def _files(tree: Tree, top: Parts, manifest: Manifest) -> Iterator[tuple[str, Entry]]:
    """What is in the folders of the release, and below those that nobody may add to; by path from `top`."""
    released = {str(parent) for path in manifest.files for parent in PurePosixPath(path).parents}
    closed = _closed(manifest)
    waiting, strange = deque([top]), 0
    while waiting:
        try:
            children = tree.children(waiting.popleft())
        except CannotRead:  # all that was released there is missing then
            continue
        for child in children:
            path = "/".join(child.parts[len(top) :])
            if path in manifest.files and not child.is_folder:
                yield path, child
            elif path in released and child.is_folder:
                waiting.append(child.parts)
            elif path.startswith(closed) and child.name != "__pycache__" and strange < MAX_FILES:
                strange += 1
                if child.is_folder:
                    waiting.append(child.parts)
                else:
                    yield path, child


def _closed(manifest: Manifest) -> tuple[str, ...]:
    """The beginnings of paths at which nothing may be added."""
    return tuple(name for name in CLOSED if any(path.startswith(name) for path in manifest.files))


def _digest(tree: Tree, entry: Entry) -> str:
    try:
        return digest(tree.read(entry, MAX_FILE))
    except CannotRead:
        return ""
