"""A student's files and the tests that they are graded with, put together in a private folder.

What comes from the student are the files of the exercises, and nothing else: no settings, no module, no link.
"""

from __future__ import annotations

import stat
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from grader.catalog import Catalog, Exercise, load_catalog
from grader.practice import MAX_SOURCE
from grader.release.archive import write_below


@contextmanager
def put_together(
    exercises: Sequence[Exercise], work: Path, tests: Mapping[str, bytes]
) -> Iterator[tuple[Catalog, tuple[str, ...]]]:
    """A catalog of `exercises` whose stubs are the files in `work`, and whose tests are `tests`, by path; and
    sentences about files that were left out. It lives in a folder that only this user can read, until the end."""
    submitted, notes = _submitted(exercises, work)
    settings = {exercise.shown(exercise.settings): exercise.settings.read_bytes() for exercise in exercises}
    with tempfile.TemporaryDirectory(prefix="overlap-") as place:
        write_below(Path(place), {**settings, **tests, **submitted})
        yield load_catalog(Path(place)), notes


def tests_in_clear(exercises: Sequence[Exercise]) -> dict[str, bytes]:
    """The tests that lie beside the exercises, by path."""
    return {
        exercise.shown(path): path.read_bytes()
        for exercise in exercises
        for path in (*exercise.tests.glob("test_*.py"), exercise.recorded)
        if path.is_file()
    }


def _submitted(exercises: Sequence[Exercise], work: Path) -> tuple[dict[str, bytes], tuple[str, ...]]:
    files, notes = {}, []
    for exercise in exercises:
        path = exercise.shown(exercise.stub)
        if _has_a_link(work, path):
            notes.append(
                f"{path} is a link, or in a folder that is one, and was not read: hand in the file itself."
            )
        elif (content := _read(work / path)) is not None:
            files[path] = content
    return files, tuple(notes)


def _has_a_link(work: Path, path: str) -> bool:
    parts = path.split("/")
    return any((work / "/".join(parts[:end])).is_symlink() for end in range(1, len(parts) + 1))


def _read(file: Path) -> bytes | None:
    """The beginning of a regular file, of which the check needs no more; None where there is none."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return None
        with file.open("rb") as opened:
            return opened.read(MAX_SOURCE + 1)
    except OSError:
        return None
