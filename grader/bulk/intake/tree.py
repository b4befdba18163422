"""What submissions are read through: a folder or an archive.

It is looked at one folder at a time, and never followed, extracted or changed. Students have made what is in it: its
names, sizes and contents are data, and each count has a bound.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO, Protocol

Parts = tuple[str, ...]

MAX_NAMES = 20_000  # in one folder
MAX_DEPTH = 20  # folders in folders
MAX_FOLDERS = 1_000  # of one student
MAX_FILES = 2_000  # of one student
MAX_ARCHIVE = 32 * 1024 * 1024  # bytes of an archive within an archive

NOT_PYTHON = "A submission is one file of Python source."

_IGNORED = frozenset(
    {
        *("__pycache__", "__MACOSX", "node_modules", "site-packages", "Thumbs.db", "desktop.ini"),
        *("conftest.py", "pytest.ini", "noxfile.py", "__init__.py"),
    }
)
_OF_THE_KIT = frozenset({"grader", "tests", "solutions", "docs"})


class CannotRead(Exception):
    """Why something is not read: the rest of a sentence that begins with its name."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or a folder in a tree."""

    parts: Parts  # from the tree's root
    is_folder: bool = False
    modified: datetime | None = None  # aware, UTC
    problem: str = ""  # why it cannot be read, as in CannotRead
    handle: Any = None  # what its tree finds it by

    @property
    def name(self) -> str:
        """The last of its parts."""
        return self.parts[-1]


class Tree(Protocol):
    """Something with folders and files in it."""

    @property
    def prefix(self) -> Parts:
        """What comes before the parts of an entry, for people: ("class.zip",) for an archive."""

    @property
    def rejected(self) -> tuple[tuple[str, str], ...]:
        """(name, why) of what has no place in a tree, such as "../x.py"."""

    def children(self, parts: Parts = ()) -> tuple[Entry, ...]:
        """What is in the folder, by name. Raises CannotRead."""

    def read(self, entry: Entry, limit: int) -> bytes:
        """The content of a file. Raises CannotRead, also where it is larger than `limit` bytes."""

    def open(self, entry: Entry) -> BinaryIO:
        """A file that can be read from any place, as an archive must be. Raises CannotRead."""


def walk(tree: Tree, top: Parts) -> tuple[list[Entry], list[tuple[Parts, str]]]:
    """The files under `top` at any depth, the shallow ones first; and what was left out: (parts, why).

    What belongs to tools, to the system or to the kit itself is passed over without a word.
    """
    files: list[Entry] = []
    left_out: list[tuple[Parts, str]] = []
    waiting = deque([top])
    seen = 0
    while waiting:
        folder = waiting.popleft()
        try:
            children = tree.children(folder)
        except CannotRead as error:
            left_out.append((folder, str(error)))
            continue
        names = {child.name for child in children}
        if "pyvenv.cfg" in names:
            continue
        for child in children:
            if is_ignored(child.name) or child.name in _kit_folders(names):
                continue
            if not child.is_folder:
                files.append(child)
            elif len(child.parts) - len(top) >= MAX_DEPTH:
                left_out.append((child.parts, f"lies more than {MAX_DEPTH} folders deep, and was not read."))
            else:
                waiting.append(child.parts)
                seen += 1
            if len(files) > MAX_FILES or seen > MAX_FOLDERS:
                why = (
                    f"holds more than {MAX_FILES} files or {MAX_FOLDERS} folders. The rest was not looked at."
                )
                return files[:MAX_FILES], [*left_out, (top, why)]
    return files, left_out


def is_ignored(name: str) -> bool:
    """Whether tools or the system have put it there, and nobody has written it: hidden files, caches, `conftest.py`."""
    return name.startswith(".") or name in _IGNORED


def has_suffix(entry: Entry, suffix: str) -> bool:
    """Whether it is a file of this kind."""
    return not entry.is_folder and entry.name.lower().endswith(suffix)


def too_large(limit: int) -> CannotRead:
    """A file that exceeds its bound."""
    return CannotRead(f"is larger than {limit // 1024} kB. {NOT_PYTHON}")


def _kit_folders(names: AbstractSet[str]) -> AbstractSet[str]:
    """What in a student's whole repository is the kit's own: hidden tests and solutions are nobody's submission."""
    return _OF_THE_KIT if {"exercises", "grader"} <= names else frozenset()
