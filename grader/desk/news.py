"""What a check has changed for the student: solved for the first time, a chapter complete, everything complete."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from grader.catalog import Catalog, Exercise
from grader.desk.standing import go_on_with, standings
from grader.progress import Progress, read_progress, write_progress
from grader.verdict import Result


class News(msgspec.Struct, frozen=True):
    """What was reached by one check, and what comes next.

    A stretch is nobody's duty: a chapter is complete without it.
    """

    solved: tuple[Exercise, ...]  # for the first time
    chapters: tuple[str, ...]  # complete for the first time: their folders
    is_complete: bool  # all chapters are, for the first time
    next: Exercise | None  # what to go on with; None where nothing is left


def remember(catalog: Catalog, result: Result, day: dt.date) -> News:
    """Keep what a check of the stubs has found solved on `day`; say what is new in it.

    Raises progress.NotRemembered and recording.Unreadable.
    """
    before = after = read_progress(catalog.root)
    solved = {verdict.slug for verdict in result.exercises if verdict.status == "solved"}
    for exercise in catalog.exercises:
        if exercise.slug in solved:
            after = after.with_solved(exercise, day)
    write_progress(catalog.root, after)
    return _news(catalog, before, after)


def _news(catalog: Catalog, before: Progress, after: Progress) -> News:
    complete = _complete(catalog.exercises, after)
    return News(
        solved=tuple(e for e in catalog.exercises if e.slug in after.solved and e.slug not in before.solved),
        chapters=tuple(sorted(complete - _complete(catalog.exercises, before))),
        is_complete=_is_all(catalog, after) and not _is_all(catalog, before),
        next=go_on_with(catalog, standings(catalog, after)),
    )


def _complete(exercises: Iterable[Exercise], progress: Progress) -> set[str]:
    exercises = tuple(exercises)
    missing = {e.chapter for e in exercises if not e.stretch and e.slug not in progress.solved}
    return {exercise.chapter for exercise in exercises} - missing


def _is_all(catalog: Catalog, progress: Progress) -> bool:
    return len(_complete(catalog.exercises, progress)) == len({e.chapter for e in catalog.exercises})
