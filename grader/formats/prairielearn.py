"""PrairieLearn's `results.json` of an external grader: https://prairielearn.readthedocs.io/en/latest/externalGrading/."""

from __future__ import annotations

from typing import Any

import msgspec

from grader.formats import bounded
from grader.formats.settled import NotGraded, settled
from grader.verdict import ExerciseVerdict, Result, TestVerdict


def write(result: Result) -> bytes:
    """The file. A failure of the kit is a submission that could not be graded: it costs no attempt."""
    try:
        payload = _graded(settled(result))
    except NotGraded as error:
        payload = {"gradable": False, "message": str(error)}
    return msgspec.json.encode(payload) + b"\n"


def _graded(result: Result) -> dict[str, Any]:
    # Every test has points: where one lacks them, PrairieLearn shows none at all.
    return {
        "gradable": True,
        "score": result.points / result.max_points if result.max_points else 0.0,
        "message": bounded.block("\n".join(result.notes)),
        "tests": [_test(exercise, test) for exercise in result.exercises for test in exercise.tests],
    }


def _test(exercise: ExerciseVerdict, test: TestVerdict) -> dict[str, Any]:
    return {
        "name": bounded.line(f"{exercise.slug}: {test.title or test.name}"),
        "points": test.points,
        "max_points": test.max_points,
        "message": bounded.block(test.message),
    }
