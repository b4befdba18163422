"""Verdicts as they are kept: one SQLite file in the output folder.

A verdict is kept under (exercise, digest of the file, key of the kit), so the same bytes are judged once, whoever has
handed them in, and a run that was stopped goes on where it was.

The file keeps SQLite's rollback journal, with `synchronous=FULL`: what is committed survives the end of this process
and of the machine. A write-ahead log would be no safer and as fast (there is one transaction a batch), needs shared
memory, which network file systems do not have, and may keep the newest verdicts in a second file, which is easily
left behind when the first one is copied.

One run at a time may write here. Another SQLite file is its lock: SQLite knows how to lock on every system, the lock
ends with its process however that ends, and the verdicts can still be read meanwhile.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Self

import msgspec

from grader.bulk.kit import Kit
from grader.verdict import ExerciseVerdict, Isolation, TestVerdict

NAME, LOCK = "verdicts.sqlite", "verdicts.lock"
APPLICATION = 0x6F76_6C70  # "ovlp", in the header of the file: it is ours
VERSION = 1
EMPTY = hashlib.sha256(b"").hexdigest()  # the digest of a file with nothing in it
TABLES = (
    "create table sources (digest text primary key, source blob not null)",
    # parts: a Kit, as JSON
    "create table kits (kit text primary key, parts blob not null)",
    # verdict: an ExerciseVerdict, as JSON; problem: why it says nothing about the student, our failure
    """create table verdicts (
        slug text not null, digest text not null, kit text not null, verdict blob not null, problem text not null,
        level integer not null, layers blob not null, python text not null, primary key (slug, digest, kit)
    )""",
)


class StoreUnusable(Exception):
    """The store cannot be opened, read or written. The text says what to do."""


class Kept(msgspec.Struct, frozen=True):
    """A verdict as it was kept, and where it was found."""

    verdict: ExerciseVerdict
    isolation: Isolation
    python: str
    problem: str = ""  # our failure, where it is one


class Entry(msgspec.Struct, frozen=True):
    """A verdict to be kept: of the file with this digest."""

    digest: str
    verdict: bytes  # an ExerciseVerdict, as JSON
    problem: str = ""


class Store:
    """The verdicts in one folder, which is made where it is missing. It is open in a `with` block; that, and all its
    methods, raise StoreUnusable."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME
        self._opened = contextlib.ExitStack()
        # In a class of thousands most tests end as some other one did: what is equal is kept in memory once.
        self._met: dict[TestVerdict, TestVerdict] = {}

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as opened, self._explained():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            opened.enter_context(_locked(self.path.with_name(LOCK)))
            self._connection = sqlite3.connect(self.path, isolation_level=None)
            opened.callback(self._connection.close)
            self._prepare()
            self._opened = opened.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._opened.close()

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written in the block is kept together, when it ends; or nothing of it."""
        self._do("begin immediate")
        try:
            yield
        except BaseException:
            if self._connection.in_transaction:  # where the disk is full, SQLite has rolled back already
                self._do("rollback")
            raise
        self._do("commit")

    def keep(self, source: bytes) -> str:
        """Keep the bytes of a file; the digest that they have from now on. In a transaction."""
        digest = hashlib.sha256(source).hexdigest()
        self._write("insert or ignore into sources values (?, ?)", [(digest, source)])
        return digest

    def source(self, digest: str) -> bytes:
        """The bytes with this digest, which have been kept."""
        ((source,),) = self._read("select source from sources where digest = ?", digest)
        assert isinstance(source, bytes)
        return source

    def judged(self, slug: str, kit: Kit, level: int) -> set[str]:
        """The digests of the files that have a verdict of this kit, found at this level of isolation or above. Those
        whose verdict is our failure are not among them: they deserve another try."""
        rows = self._read(
            "select digest from verdicts where slug = ? and kit = ? and level >= ? and problem = ''",
            slug, kit.key, level,
        )  # fmt: skip
        return {digest for (digest,) in rows}

    def judged_otherwise(self, slug: str, kit: Kit) -> dict[str, Kit]:
        """By digest: the last other kit that has a verdict of it."""
        rows = self._read(
            "select digest, parts from verdicts join kits using (kit) where slug = ? and kit != ?"
            " order by verdicts.rowid",
            slug, kit.key,
        )  # fmt: skip
        with self._explained():
            return {digest: msgspec.json.decode(parts, type=Kit) for digest, parts in rows}

    def add(self, slug: str, kit: Kit, entries: Iterable[Entry], isolation: Isolation, python: str) -> None:
        """Keep verdicts, in a transaction of their own."""
        found = (isolation.level, msgspec.json.encode(isolation.layers), python)
        with self.transaction():
            self._write("insert or ignore into kits values (?, ?)", [(kit.key, msgspec.json.encode(kit))])
            self._write(
                "insert or replace into verdicts values (?, ?, ?, ?, ?, ?, ?, ?)",
                [(slug, one.digest, kit.key, one.verdict, one.problem, *found) for one in entries],
            )

    def verdict(self, slug: str, kit: Kit, digest: str) -> Kept:
        """The verdict of a kit about a file. There is one."""
        ((verdict, problem, level, layers, python),) = self._read(
            "select verdict, problem, level, layers, python from verdicts"
            " where slug = ? and kit = ? and digest = ?",
            slug, kit.key, digest,
        )  # fmt: skip
        with self._explained():
            isolation = Isolation(level, msgspec.json.decode(layers, type=tuple[str, ...]))
            decoded = msgspec.json.decode(verdict, type=ExerciseVerdict)
        tests = tuple(self._met.setdefault(test, test) for test in decoded.tests)
        return Kept(msgspec.structs.replace(decoded, tests=tests), isolation, python, problem)

    def _prepare(self) -> None:
        ((application,),) = self._read("pragma application_id")
        ((version,),) = self._read("pragma user_version")
        ((tables,),) = self._read("select count(*) from sqlite_master")
        self._do("pragma synchronous = full")
        if (application, version, tables) == (0, 0, 0):
            with self.transaction():
                for statement in (
                    *TABLES,
                    f"pragma application_id = {APPLICATION}",
                    f"pragma user_version = {VERSION}",
                ):
                    self._do(statement)
        elif application != APPLICATION:
            raise StoreUnusable(f"{self.path} is no file of this grader. Choose another folder with --out.")
        elif version != VERSION:
            raise StoreUnusable(
                f"{self.path} was written by another version of this grader. Choose another folder with --out: "
                "all is graded anew there."
            )
        elif self._read("pragma quick_check(1)") != [("ok",)]:
            raise sqlite3.DatabaseError("its parts do not fit together")

    def _do(self, statement: str) -> None:
        with self._explained():
            self._connection.execute(statement)

    def _read(self, statement: str, *values: object) -> list[Any]:
        with self._explained():
            return self._connection.execute(statement, values).fetchall()

    def _write(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        with self._explained():
            self._connection.executemany(statement, rows)

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        """What goes wrong with a file, in words."""
        try:
            yield
        except OSError as error:
            raise StoreUnusable(
                f"{self.path} cannot be written: {error.strerror}. Mend that, or choose another "
                "folder with --out."
            ) from None
        except sqlite3.OperationalError as error:  # locked, read-only, full
            raise StoreUnusable(
                f"{self.path} cannot be used: {error}. Mend that, and give the same command again: "
                "what is in it stays."
            ) from None
        except (sqlite3.DatabaseError, msgspec.DecodeError) as error:
            raise StoreUnusable(
                f"{self.path} is damaged: {error}. Move it away, and give the same command again: "
                "all is graded anew."
            ) from None


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold the lock in this block. Raises StoreUnusable if another has it."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as lock:
        try:
            lock.execute("begin exclusive")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error):
                raise
            raise StoreUnusable(
                f"Another run is grading into {path.parent} at this moment. Wait for its end, or choose another "
                "folder with --out."
            ) from None
        yield
