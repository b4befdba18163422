"""What a process of the executor does: it judges batches of submissions, with workers that it keeps warm.

Everything that comes in and goes out is plain data, so that the process may be on another machine. It judges in one
thread, always the same: an executor may give it several batches at once (Dask has a pool of threads), while pytest
and the streams that it redirects belong to the whole process; and the box around the workers ends with the thread
that has made it.
"""

from __future__ import annotations

import atexit
import functools
import platform
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from grader import recording, score
from grader.bulk.kit import kit_of
from grader.catalog import Exercise, load_catalog
from grader.judge.plugin import Report, Source
from grader.judge.session import judge
from grader.judge.workers import ParentGone, Workers, default_workers
from grader.misconception import recognise
from grader.practice import fingerprint
from grader.verdict import ExerciseVerdict, Isolation


class Item(msgspec.Struct, frozen=True):
    """One file to be judged."""

    digest: str  # SHA-256 of `source`, in hex
    source: bytes


class Batch(msgspec.Struct, frozen=True):
    """Some files for one exercise, and what the process that judges them must be like."""

    root: str  # of the kit; empty: of the one that the process has
    slug: str
    kit: str  # the key of its kit
    level: int  # of isolation, at least
    items: tuple[Item, ...]


class Judged(msgspec.Struct, frozen=True):
    """What came of one file: an ExerciseVerdict as JSON. `problem`: why there is none to rely on, our failure."""

    digest: str
    verdict: bytes
    problem: str = ""


class Graded(msgspec.Struct, frozen=True):
    """What came of a batch, and where."""

    judged: tuple[Judged, ...]
    isolation: Isolation
    python: str
    seconds: float  # real ones, that judging took


class Unfit(Exception):
    """This process may not judge: it has another kit, or locks submissions away less than it should. The text says
    what to do."""


def grade_batch(batch: Batch) -> Graded:
    """Judge each file of a batch.

    Identical bytes give identical verdicts: files are called what the stub is called. A file of which the judge
    itself says "error" is tried once more, alone. Raises Unfit, and judge.JudgeFailed where the hidden tests cannot
    be run.
    """
    return _thread.submit(_grade, batch).result()


_thread = ThreadPoolExecutor(1, thread_name_prefix="judge")


def _grade(batch: Batch) -> Graded:
    exercise = _exercise(batch)
    isolation = _locked_away(batch.level)
    begin = time.monotonic()
    judged = {one.digest: one for one in _judge(exercise, batch.items)}
    for item in batch.items:
        if judged[item.digest].problem:
            _pool.renew_if_broken()
            judged |= {one.digest: one for one in _judge(exercise, [item])}
    return Graded(tuple(judged.values()), isolation, platform.python_version(), time.monotonic() - begin)


def _exercise(batch: Batch) -> Exercise:
    """The exercise, as this process has it. Raises Unfit where it has another."""
    for exercise in _exercises(batch.root):
        if exercise.slug == batch.slug and kit_of(exercise).key == batch.kit:
            return exercise
    raise Unfit(
        f"{platform.node()} has other hidden tests for {batch.slug}, or another version of the kit, of a package or of "
        "Python: its verdicts would not be comparable. Install there what is here and start its workers again; if "
        "files of the kit were changed during the run, just give the same command again."
    )


@functools.cache
def _exercises(root: str) -> tuple[Exercise, ...]:
    return load_catalog(Path(root) if root else None).exercises


def _locked_away(level: int) -> Isolation:
    """How far submissions are locked away here. Raises Unfit where that is less than `level`."""
    isolation = _pool.workers.isolation
    if isolation.level >= level:
        return isolation
    raise Unfit(
        f"{platform.node()} locks submissions away at level {isolation.level} only, and level {level} is wanted. "
        "`python -m grader doctor`, run there, says what is missing. If you trust the authors of all submissions, "
        f"grade with --accept-level {isolation.level}."
    )


def _judge(exercise: Exercise, items: Sequence[Item]) -> list[Judged]:
    known = {
        name: wrong.fingerprint for name, wrong in recording.read(exercise.recorded).misconceptions.items()
    }
    judged: list[Judged] = []

    def collect(_source: Source, reports: list[Report]) -> None:
        tests = [report.verdict for report in reports]
        misconception = recognise(fingerprint(reports), known)
        verdict = score.exercise_verdict(exercise.slug, exercise.chapter, tests, misconception)
        digest = items[len(judged)].digest
        judged.append(Judged(digest, msgspec.json.encode(verdict), _problem(verdict)))

    sources = [Source(exercise.slug, item.source, exercise.stub.name) for item in items]
    judge([exercise], sources, _pool.workers, on_report=collect)
    return judged


def _problem(verdict: ExerciseVerdict) -> str:
    """Why a verdict says nothing about the student; nothing, where it does."""
    if verdict.status != "error":
        return ""
    broken = [f"{test.name}: {test.message}" for test in verdict.tests if test.status == "error"]
    return broken[0] if broken else f"there is no hidden test for {verdict.slug}"


class _Pool:
    """The workers of this process, started when they are first wanted."""

    def __init__(self) -> None:
        self._workers: Workers | None = None

    @property
    def workers(self) -> Workers:
        if self._workers is None:
            self._workers = default_workers()
        return self._workers

    def renew_if_broken(self) -> None:
        """Start anew where the warm parent has ended: by the system's hand, for want of memory."""
        try:
            self.workers.start().end()
        except (ParentGone, OSError):
            self.close()

    def close(self) -> None:
        if self._workers is not None:
            self._workers.close()
            self._workers = None


_pool = _Pool()
atexit.register(_pool.close)
