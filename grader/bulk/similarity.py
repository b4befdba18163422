"""Likely copies in a class: what the grader has kept of it, compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from grader.catalog import Exercise
from grader.classroom import ClassRecord
from grader.similarity import File, Similarity, find_similar


def similar_files(
    record: ClassRecord, exercises: Iterable[Exercise], source_of: Callable[[str], bytes]
) -> Similarity:
    """The files of a class that have much in common. `source_of` gives the bytes that a digest stands for."""
    stubs = {exercise.slug: _read(exercise.stub) for exercise in exercises}
    return find_similar(_files(record, source_of), stubs)


def _files(record: ClassRecord, source_of: Callable[[str], bytes]) -> Iterator[File]:
    for row in record.students:
        for mark in row.marks:
            if mark.digest and not mark.problem:
                yield File(row.student.key, mark.slug, mark.digest, source_of(mark.digest), mark.path)


def _read(stub: Path) -> bytes:
    return stub.read_bytes() if stub.is_file() else b""
