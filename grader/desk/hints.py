"""The hints of an exercise, one more each time."""

from __future__ import annotations

import msgspec

from grader.catalog import Exercise
from grader.progress import read_progress, write_progress


class Hints(msgspec.Struct, frozen=True):
    """The hints that a student has seen now, in order. `is_new`: the last one was not shown before."""

    seen: tuple[str, ...]
    total: int
    is_new: bool


def hints_seen(exercise: Exercise) -> Hints:
    """Those that were shown before. Raises progress.NotRemembered."""
    count = min(read_progress(exercise.root).hints.get(exercise.slug, 0), len(exercise.hints))
    return Hints(exercise.hints[:count], len(exercise.hints), is_new=False)


def one_more_hint(exercise: Exercise) -> Hints:
    """Show one more, if there is one, and remember it. Raises progress.NotRemembered."""
    before = hints_seen(exercise)
    count = min(len(before.seen) + 1, before.total)
    write_progress(exercise.root, read_progress(exercise.root).with_hints(exercise, count))
    return Hints(exercise.hints[:count], before.total, is_new=count > len(before.seen))
