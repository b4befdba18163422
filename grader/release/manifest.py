"""What a release consists of: the SHA-256 of every file in it that a student must not change."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec

SCHEMA = "overlap/release/1"
NAME = "manifest.json"

WORKFLOW = ".github/workflows/overlap.yml"
KIT = ".github/overlap/kit.zip"

# Where a file that was not released would be read by Python, pytest or GitHub.
CLOSED = ("grader", "tests", ".github/workflows")

Tests = Literal["public", "sealed", "remote"]


class Manifest(msgspec.Struct, frozen=True):
    """One release. `files`: SHA-256 in hex, by path from the root of the release, with slashes."""

    schema: str
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
        f"{file}: {problem}. It is written by `release`, and `git checkout {NAME}` brings it back."
    )


def verify_manifest(folder: Path, manifest: Manifest | None = None) -> list[Change]:
    """Which files in `folder`, a student's repository, are not as they were released, by path.

    A student can change a manifest too: give the instructor's. Without one, the folder's own is taken, which finds
    what was changed by mistake. No link is followed. Raises NoManifest.
    """
    manifest = manifest or read_manifest(folder / NAME)
    changes = [
        Change(path, "missing" if kind is None else "changed")
        for path, expected in manifest.files.items()
        if (kind := _digest_of(folder, path)) != expected
    ]
    closed = [name for name in CLOSED if any(path.startswith(f"{name}/") for path in manifest.files)]
    changes += [Change(path, "added") for path in _files_in(folder, closed) if path not in manifest.files]
    return sorted(changes, key=lambda change: change.path)


def _digest_of(folder: Path, path: str) -> str | None:
    """The digest of a regular file below `folder`; "" of what is no such file, None of what is not there."""
    place = folder
    for part in path.split("/"):
        place /= part
        if place.is_symlink():
            return ""
    try:
        if not stat.S_ISREG(place.stat().st_mode):  # a pipe would never end
            return ""
        with place.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        return ""


def _files_in(folder: Path, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        if (folder / name).is_symlink():  # what was released there is found to have changed
            continue
        for place, folders, files in os.walk(folder / name):  # follows no link below
            folders[:] = [inner for inner in folders if inner != "__pycache__"]
            links = [inner for inner in folders if Path(place, inner).is_symlink()]
            for file in (*files, *links):
                yield Path(place, file).relative_to(folder).as_posix()
