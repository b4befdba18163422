"""A zip archive, read in memory: nothing of it is ever written to disk.

Bounds hold for what is really read, not for what the archive says of itself.
"""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from collections import defaultdict
from datetime import UTC, datetime
from io import BytesIO
from types import TracebackType
from typing import BinaryIO, Self

from grader.bulk.intake.tree import MAX_ARCHIVE, MAX_DEPTH, MAX_NAMES, CannotRead, Entry, Parts, too_large

MAX_DIRECTORY = 16 * 1024 * 1024  # bytes of the list of an archive's members: some 150,000 of them
MAX_INNER_DIRECTORY = 512 * 1024  # of a student's own archive
MAX_PATH = 1_000  # characters
MAX_REJECTED = 100

# bzip2 and LZMA are unpacked in whole blocks, whose size nothing bounds.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
_UTF8_NAMES, _ENCRYPTED = 0x800, 0x1
_UNIX_TIME = 0x5455  # the extra field that holds seconds since 1970


class Archive:
    """A zip archive, as a tree."""

    def __init__(self, file: BinaryIO, prefix: Parts, *, max_directory: int = MAX_DIRECTORY) -> None:
        """Read the list of its members. Raises CannotRead."""
        self.prefix = prefix
        self._children: dict[Parts, list[Entry]] = defaultdict(list)
        self._folders: set[Parts] = {()}
        rejected: list[tuple[str, str]] = []
        try:
            bounded = _Bounded(file, max_directory)
            self._zip = zipfile.ZipFile(bounded)
            bounded.limit = None
        except _DAMAGED as error:
            file.close()
            raise CannotRead(_why(error)) from None
        self._file = file
        for member in self._zip.infolist():
            name = _name(member)
            try:
                self._add(_parts(name), member)
            except CannotRead as error:
                if len(rejected) < MAX_REJECTED:
                    rejected.append((name[:MAX_PATH], str(error)))
        self.rejected = tuple(rejected)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()
        self._file.close()

    def children(self, parts: Parts = ()) -> tuple[Entry, ...]:
        """What is in the folder, by name. Raises CannotRead."""
        found = self._children.get(parts, [])
        if len(found) > MAX_NAMES:
            raise CannotRead(f"holds more than {MAX_NAMES} files, and was not read. Divide it.")
        return tuple(sorted(found, key=lambda entry: (entry.name, entry.is_folder)))

    def read(self, entry: Entry, limit: int) -> bytes:
        """The content of a member. Raises CannotRead, also where it is larger than `limit` bytes."""
        if entry.problem:
            raise CannotRead(entry.problem)
        try:
            with self._zip.open(entry.handle) as member:
                content = member.read(limit + 1)
        except _DAMAGED:
            raise CannotRead("cannot be unpacked: the archive is damaged. Ask for it once more.") from None
        if len(content) > limit:
            raise too_large(limit)
        return content

    def open(self, entry: Entry) -> BinaryIO:
        """A member that is itself an archive. Raises CannotRead."""
        return BytesIO(self.read(entry, MAX_ARCHIVE))

    def _add(self, parts: Parts, member: zipfile.ZipInfo) -> None:
        is_folder = member.orig_filename.endswith(("/", "\\"))
        for depth in range(1, len(parts) + is_folder):
            folder = parts[:depth]
            if folder not in self._folders:
                self._folders.add(folder)
                self._children[folder[:-1]].append(Entry(folder, is_folder=True))
        if parts and not is_folder:
            entry = Entry(parts, modified=_time(member), problem=_problem(member), handle=member)
            self._children[parts[:-1]].append(entry)


class _Bounded:
    """A file that gives at most `limit` bytes at once: zipfile reads the list of members in one piece."""

    def __init__(self, file: BinaryIO, limit: int) -> None:
        self._file = file
        self.limit: int | None = limit
        self.seek = file.seek
        self.tell = file.tell

    def seekable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if self.limit is not None and size > self.limit:
            raise _TooManyMembers
        return self._file.read(size)


class _TooManyMembers(ValueError):
    pass


def _why(error: Exception) -> str:
    if isinstance(error, _TooManyMembers):
        return "holds too many files, and was not read. Divide it."
    return "is not a zip archive, or a damaged one. Ask for it once more."


def _name(member: zipfile.ZipInfo) -> str:
    """The name as it was meant: most programs write UTF-8, and many forget to say so."""
    name = member.orig_filename
    if member.flag_bits & _UTF8_NAMES:
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def _parts(name: str) -> Parts:
    """The parts of a member's name; Windows has backslashes. Raises CannotRead for a name that leads elsewhere."""
    if len(name) > MAX_PATH:
        raise CannotRead(f"has a name of more than {MAX_PATH} characters, and was not read.")
    slashed = name.replace("\\", "/")
    parts = tuple(part for part in slashed.split("/") if part not in {"", "."})
    if slashed.startswith("/") or ".." in parts or "\0" in name or re.match("[A-Za-z]:", name):
        raise CannotRead("has a name that leads out of the archive, and was not read.")
    if len(parts) > 2 * MAX_DEPTH:
        raise CannotRead(f"lies more than {2 * MAX_DEPTH} folders deep, and was not read.")
    return parts


def _problem(member: zipfile.ZipInfo) -> str:
    kind = stat.S_IFMT(member.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return "is a link, and links are not followed. Hand in the file itself."
    if kind not in {0, stat.S_IFREG}:
        return "is not a file but a pipe, a socket or a device. Hand in a file."
    if member.flag_bits & _ENCRYPTED:
        return "is encrypted. Hand it in without a password."
    if member.compress_type not in _METHODS:
        return "is packed in an unusual way. Pack it as an ordinary zip archive."
    return ""


def _time(member: zipfile.ZipInfo) -> datetime | None:
    """When the member was changed. The time in an archive has no zone: this machine's is taken, unless a field in
    UTC is there as well.
    """
    try:
        seconds = _unix_time(member.extra)
        if seconds is not None:
            return datetime.fromtimestamp(seconds, UTC)
        return datetime(*member.date_time).astimezone(UTC)
    except (ValueError, OverflowError, OSError, struct.error):
        return None


def _unix_time(extra: bytes) -> int | None:
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == _UNIX_TIME and len(field) >= 5 and field[0] & 1:
            return int.from_bytes(field[1:5], "little", signed=True)
    return None
