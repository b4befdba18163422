"""What a report shows of a result, and what it leaves out."""

from __future__ import annotations

from collections.abc import Mapping

from grader.catalog import Exercise
from grader.verdict import ExerciseVerdict, Expected, Result, TestVerdict

# Nothing ran, so there is nothing to see of what ran.
_NOTHING_RAN = {"not-implemented", "load", "protocol"}


def exercise_to_show(result: Result, exercises: Mapping[str, Exercise]) -> ExerciseVerdict | None:
    """The exercise to go on with: the first that was begun and is not solved; where none is, the first that was not
    begun, a stretch only when nothing else is left. None where all is solved (or the kit failed)."""
    left = [verdict for verdict in result.exercises if verdict.status in {"partly", "unsolved"}]
    begun = [verdict for verdict in left if not is_not_begun(verdict)]
    core = [verdict for verdict in left if not exercises[verdict.slug].stretch]
    return next(iter([*begun, *core, *left]), None)


def telling_test(
    verdict: ExerciseVerdict, expected: Mapping[tuple[str, str], Expected]
) -> TestVerdict | None:
    """The first failing test that has calls to show; else one where calls were expected; else the first failing one.

    `expected` by (slug, name of a test).
    """
    failing = [test for test in verdict.tests if test.status == "failed"]
    ran = [test for test in failing if test.reason not in _NOTHING_RAN]
    called = [test for test in ran if test.timeline]
    waited_for = [
        test for test in ran if (known := expected.get((verdict.slug, test.name))) and known.timeline
    ]
    return next(iter([*called, *waited_for, *failing]), None)


def test_with_calls(
    verdict: ExerciseVerdict, expected: Mapping[tuple[str, str], Expected]
) -> TestVerdict | None:
    """The test whose calls are played: the first failing one that has any to show; else the first one that has."""
    drawn = [
        test
        for test in verdict.tests
        if test.status != "error" and has_timeline(test, expected.get((verdict.slug, test.name)))
    ]
    return next(iter(sorted(drawn, key=lambda test: (test.status == "passed", not test.timeline))), None)


def has_timeline(test: TestVerdict, expected: Expected | None) -> bool:
    """Whether there are calls to draw, those that were expected included."""
    return test.reason not in _NOTHING_RAN and bool(test.timeline or (expected and expected.timeline))


def is_not_begun(verdict: ExerciseVerdict) -> bool:
    """Whether this is the stub as it was handed out: nobody should be scolded for that."""
    failed = [test for test in verdict.tests if test.status != "passed"]
    return (
        verdict.status == "unsolved"
        and bool(failed)
        and all(test.reason == "not-implemented" for test in failed)
    )
