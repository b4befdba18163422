"""How far a student is with each exercise, known without running anything."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from grader.catalog import Catalog, Exercise
from grader.desk.stubs import is_as_handed_out
from grader.progress import Progress

# "solved": a check has once seen all its points. "begun": its file is not as it was handed out.
Standing = Literal["solved", "begun", "untouched"]


def standings(catalog: Catalog, progress: Progress) -> dict[str, Standing]:
    """The standing of every exercise, by slug. Raises recording.Unreadable."""
    return {exercise.slug: _standing(exercise, progress) for exercise in catalog.exercises}


def go_on_with(catalog: Catalog, standing: Mapping[str, Standing]) -> Exercise | None:
    """The exercise to go on with: the first that was begun and is not solved; where none is, the first that was not
    begun, a stretch only when nothing else is left. None where all is solved."""
    left = [exercise for exercise in catalog.exercises if standing[exercise.slug] != "solved"]
    begun = [exercise for exercise in left if standing[exercise.slug] == "begun"]
    core = [exercise for exercise in left if not exercise.stretch]
    return next(iter([*begun, *core, *left]), None)


def _standing(exercise: Exercise, progress: Progress) -> Standing:
    if exercise.slug in progress.solved:
        return "solved"
    return "untouched" if is_as_handed_out(exercise) else "begun"
