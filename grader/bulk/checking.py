"""A check of many exercises, side by side: what comes out is what one process finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from grader import __version__, score
from grader.bulk.executors import processes
from grader.catalog import Catalog, Exercise
from grader.judge.workers import Workers, default_workers
from grader.practice import Check, check

Value = TypeVar("Value")


def check_side_by_side(
    catalog: Catalog, exercises: Sequence[Exercise], workers: Workers, jobs: int, *, notes: Sequence[str] = ()
) -> Check:
    """`practice.check` of stubs in `jobs` processes: this one, with `workers`, and others, with their own.

    Raises recording.Unreadable and judge.JudgeFailed.
    """
    if jobs == 1:
        return check(catalog, exercises, workers, notes=notes)
    own, *others = (exercises[start::jobs] for start in range(jobs))
    with processes(len(others)) as crew:
        elsewhere = [crew.executor.submit(_check, catalog, share) for share in others]
        parts = [check(catalog, own, workers), *(share.result() for share in elsewhere)]
    verdicts = {verdict.slug: verdict for part in parts for verdict in part.result.exercises}
    in_order = [verdicts[exercise.slug] for exercise in exercises]
    return Check(
        score.result(in_order, __version__, workers.isolation, notes),
        _joined(part.expected for part in parts),
        _joined(part.explanations for part in parts),
        _joined(part.output for part in parts),
        _joined(part.evidence for part in parts),
    )


def _check(catalog: Catalog, exercises: Sequence[Exercise]) -> Check:
    return check(catalog, exercises, default_workers())  # they end with their process


def _joined(parts: Iterable[Mapping[tuple[str, str], Value]]) -> dict[tuple[str, str], Value]:
    return {key: value for part in parts for key, value in part.items()}
