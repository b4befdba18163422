"""Many submissions judged on all processors, for the scripts that prove the exercises."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from grader.bulk.executors import cores, processes
from grader.catalog import Exercise, load_catalog
from grader.judge.plugin import Report, Source
from grader.judge.session import judge
from grader.judge.workers import Workers, default_workers

Seen = TypeVar("Seen")
Look = Callable[[Exercise, list[Report]], Seen]

PROJECT = Path(__file__).parents[1]
BATCH = 20  # submissions that a process judges at a time


def judged(
    handed_in: Sequence[tuple[str, str]], look: Look[Seen], *, until_failed: bool = False
) -> Iterator[Seen]:
    """What `look`, a function at the top of a module, makes of the reports of each (slug, source), in their order.
    `until_failed`: up to the first test that fails.

    Raises RuntimeError where the kit fails.
    """
    batches = [
        (slug, [source for _, source in batch])
        for slug, group in itertools.groupby(handed_in, key=lambda one: one[0])
        for batch in _in_batches(list(group))
    ]
    with processes(cores()) as crew:
        for seen in crew.executor.map(functools.partial(_judge, look, until_failed), batches):
            yield from seen


def _in_batches(whole: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    return [whole[start : start + BATCH] for start in range(0, len(whole), BATCH)]


def _judge(look: Look[Seen], until_failed: bool, batch: tuple[str, list[str]]) -> list[Seen]:
    slug, sources = batch
    catalog = load_catalog(PROJECT)
    (exercise,) = catalog.find(slug)
    seen = []

    def note(_source: Source, reports: list[Report]) -> None:
        broken = [report.verdict.message for report in reports if report.verdict.status == "error"]
        if broken:
            raise RuntimeError(f"{slug} could not be judged: {broken[0]}")
        seen.append(look(exercise, reports))

    handed_in = [Source(slug, source.encode(), exercise.stub.name) for source in sources]
    judge(catalog.exercises, handed_in, _workers(), until_failed=until_failed, on_report=note)
    return seen


@functools.cache
def _workers() -> Workers:
    """Those of this process; they end with it."""
    return default_workers()
