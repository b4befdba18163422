"""A folder, read without following a link.

Where the system can, each folder on the way is opened from the one above it and refuses to be a link, so that nothing
can be exchanged between the look and the opening.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from grader.bulk.intake.tree import MAX_NAMES, CannotRead, Entry, Parts, too_large

_CAN_START_FROM_A_FOLDER = os.open in os.supports_dir_fd and os.scandir in os.supports_fd
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | _NO_FOLLOW
# A pipe that somebody has put in the place of a file must not make the opening wait.
_FILE = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | _NO_FOLLOW


class Folder:
    """A folder of the file system, as a tree."""

    prefix: Parts = ()
    rejected: tuple[tuple[str, str], ...] = ()

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()

    def children(self, parts: Parts = ()) -> tuple[Entry, ...]:
        """What is in the folder, by name. Raises CannotRead."""
        with self._within(parts) as folder:
            with os.scandir(folder) as found:
                names = [item.name for item in islice(found, MAX_NAMES + 1)]
            if len(names) > MAX_NAMES:  # which of them come first would be chance
                raise CannotRead(f"holds more than {MAX_NAMES} files, and was not read. Divide it.")
            return tuple(_entry((*parts, name), _stat(folder, name)) for name in sorted(names))

    def read(self, entry: Entry, limit: int) -> bytes:
        """The content of a file. Raises CannotRead, also where it is larger than `limit` bytes."""
        try:
            with self.open(entry) as file:
                content = file.read(limit + 1)
        except OSError as error:
            raise _unreadable(error) from None
        if len(content) > limit:
            raise too_large(limit)
        return content

    def open(self, entry: Entry) -> BinaryIO:
        """Open a file that is still the one that was listed. Raises CannotRead."""
        if entry.problem:
            raise CannotRead(entry.problem)
        with self._within(entry.parts[:-1]) as folder:
            file = os.fdopen(_open(folder, entry.name, _FILE), "rb")
        found = os.fstat(file.fileno())
        problem = _problem(found)
        if not problem and (found.st_dev, found.st_ino) != entry.handle:
            problem = "was exchanged while it was read. Grade a copy that nobody writes to."
        if problem:
            file.close()
            raise CannotRead(problem)
        return file

    def path(self, parts: Parts) -> Path:
        """Where it is on this machine."""
        return self._root.joinpath(*parts)

    @contextmanager
    def _within(self, parts: Parts) -> Iterator[int | str]:
        """The folder, as a descriptor or else as a path. Raises CannotRead for what goes wrong inside too."""
        try:
            if not _CAN_START_FROM_A_FOLDER:
                yield self._checked(parts)
                return
            descriptor = os.open(self._root, _FOLDER)
            try:
                for part in parts:
                    inner = os.open(part, _FOLDER, dir_fd=descriptor)
                    os.close(descriptor)
                    descriptor = inner
                yield descriptor
            finally:
                os.close(descriptor)
        except OSError as error:
            raise _unreadable(error) from None

    def _checked(self, parts: Parts) -> str:
        path = str(self._root)
        for part in parts:
            path = os.path.join(path, part)  # noqa: PTH118 # a name may be anything, and a Path would clean it
            if _is_link(os.lstat(path)):
                raise CannotRead("lies behind a link, and links are not followed.")
        return path


def _stat(folder: int | str, name: str) -> os.stat_result:
    if isinstance(folder, int):
        return os.stat(name, dir_fd=folder, follow_symlinks=False)
    return os.lstat(os.path.join(folder, name))  # noqa: PTH118 # as above


def _open(folder: int | str, name: str, flags: int) -> int:
    if isinstance(folder, int):
        return os.open(name, flags, dir_fd=folder)
    return os.open(os.path.join(folder, name), flags)  # noqa: PTH118 # as above


def _entry(parts: Parts, found: os.stat_result) -> Entry:
    if stat.S_ISDIR(found.st_mode) and not _is_link(found):
        return Entry(parts, is_folder=True)
    identity = (found.st_dev, found.st_ino)
    return Entry(parts, modified=_time(found.st_mtime), problem=_problem(found), handle=identity)


def _problem(found: os.stat_result) -> str:
    if _is_link(found):
        return "is a link, and links are not followed. Hand in the file itself."
    if not stat.S_ISREG(found.st_mode):
        return "is not a file but a pipe, a socket or a device. Hand in a file."
    if found.st_nlink != 1:
        return "is a second name of a file that is also elsewhere (a hard link), and was not read. Copy it."
    return ""


def _is_link(found: os.stat_result) -> bool:
    return stat.S_ISLNK(found.st_mode) or bool(getattr(found, "st_reparse_tag", 0))


def _time(seconds: float) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):  # a year that no calendar has
        return None


def _unreadable(error: OSError) -> CannotRead:
    return CannotRead(f"cannot be read: {error.strerror or 'the system gives no reason'}.")
