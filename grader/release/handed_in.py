"""A student's files and the tests that they are graded with, put together in a private folder.

What comes from the student are the files of the exercises, and nothing else: no settings, no module, no link.
"""

from __future__ import annotations

import stat
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from grader.bulk.intake.folder import Folder
from grader.bulk.intake.gathering import gathered
from grader.bulk.intake.identity import Claim
from grader.bulk.intake.layouts import Bundle
from grader.bulk.intake.matching import Matcher
from grader.bulk.intake.tree import Entry
from grader.catalog import Catalog, CatalogError, Exercise, load_catalog
from grader.formats.settled import NotGraded
from grader.judge.session import JudgeFailed
from grader.judge.workers import Workers
from grader.practice import MAX_SOURCE, Check, check
from grader.release.archive import write_below


@contextmanager
def put_together(
    exercises: Sequence[Exercise], submitted: Mapping[str, bytes], tests: Mapping[str, bytes]
) -> Iterator[Catalog]:
    """A catalog of `exercises` whose stubs are the `submitted` files, and whose tests are `tests`, both by path. It
    lives in a folder that only this user can read, until the end."""
    settings = {exercise.shown(exercise.settings): exercise.settings.read_bytes() for exercise in exercises}
    with tempfile.TemporaryDirectory(prefix="overlap-") as place:
        write_below(Path(place), {**settings, **tests, **submitted})
        yield load_catalog(Path(place))


def check_together(
    exercises: Sequence[Exercise],
    submitted: Mapping[str, bytes],
    tests: Mapping[str, bytes],
    workers: Workers,
    notes: Sequence[str] = (),
) -> Check:
    """Check what was submitted with these tests. Raises NotGraded, without a word of the tests: students read it."""
    try:
        with put_together(exercises, submitted, tests) as whole:
            return check(whole, whole.exercises, workers, notes=notes)
    except (JudgeFailed, CatalogError):
        raise NotGraded(
            "The hidden tests could not be run; nothing is wrong with the work. Instructor: run `nox -s verify`."
        ) from None


def tests_in_clear(exercises: Sequence[Exercise]) -> dict[str, bytes]:
    """The tests that lie beside the exercises, by path."""
    return {
        exercise.shown(path): path.read_bytes()
        for exercise in exercises
        for path in (*exercise.tests.glob("test_*.py"), exercise.recorded)
        if path.is_file()
    }


def in_repository(exercises: Sequence[Exercise], work: Path) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The files of the exercises in a student's repository, by path; and sentences about those that were left out."""
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


def in_upload(exercises: Sequence[Exercise], upload: Path) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The same of files that somebody has uploaded, at any depth and also in archives: told by path, by name, or by
    what they define."""
    files, notes = {}, []
    bundle = Bundle(Claim("upload"), Folder(upload), Entry((), is_folder=True))
    with gathered(bundle) as (found, problems):
        matching = Matcher(exercises).match(found)
    for exercise in exercises:
        choice = matching.choices.get(exercise.slug)
        if choice is not None and choice.problem:
            notes.append(choice.problem)
        elif choice is not None:
            files[exercise.shown(exercise.stub)] = choice.content
    return files, (*notes, *problems, *matching.problems)


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
