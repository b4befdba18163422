"""Verdicts and points become marks, and an exit code."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Sequence

from grader.verdict import SCHEMA, ExerciseStatus, ExerciseVerdict, Isolation, Result, TestVerdict

ALL_POINTS, NOT_ALL_POINTS, OUR_FAILURE = 0, 1, 3


def exercise_verdict(
    slug: str, chapter: str, tests: Iterable[TestVerdict], misconception: str | None
) -> ExerciseVerdict:
    """Sum up what the hidden tests of one exercise say."""
    tests = tuple(tests)
    return ExerciseVerdict(
        slug=slug,
        chapter=chapter,
        status=_status(tests),
        points=sum(test.points for test in tests),
        max_points=sum(test.max_points for test in tests),
        misconception=misconception,
        tests=tests,
    )


def result(
    exercises: Iterable[ExerciseVerdict], kit: str, isolation: Isolation, notes: Iterable[str] = ()
) -> Result:
    """Sum up one run, on this Python. `kit` is the kit's version; `notes` are about the run as a whole."""
    exercises = tuple(exercises)
    return Result(
        schema=SCHEMA,
        kit=kit,
        python=platform.python_version(),
        isolation=isolation,
        points=sum(exercise.points for exercise in exercises),
        max_points=sum(exercise.max_points for exercise in exercises),
        exercises=exercises,
        notes=tuple(notes),
    )


def exit_code(result: Result) -> int:
    """0: all points; 1: not all; 3: the kit itself failed, or looked at nothing."""
    statuses = {exercise.status for exercise in result.exercises}
    if not statuses or "error" in statuses:
        return OUR_FAILURE
    return ALL_POINTS if statuses == {"solved"} else NOT_ALL_POINTS


def _status(tests: Sequence[TestVerdict]) -> ExerciseStatus:
    # A missing report is never a pass: no tests at all is our failure, as a broken one is.
    if not tests or any(test.status == "error" for test in tests):
        return "error"
    points = sum(test.points for test in tests)
    if points == sum(test.max_points for test in tests):
        return "solved"
    return "partly" if points else "unsolved"
