import platform

import pytest

from grader import score, verdict

NOWHERE = verdict.Isolation(0, ())


def verdict_of(points, of=5, status=None):
    return verdict.TestVerdict(
        name=f"test_{points}",
        title="It holds.",
        status=status or ("passed" if points == of else "failed"),
        points=points,
        max_points=of,
        reason=None if points == of else "assertion",
        message="",
        virtual_seconds=0.0,
        timeline=(),
    )


def exercise(*tests):
    return score.exercise_verdict("three-scouts", "02_together", tests, None)


@pytest.mark.parametrize(
    ("tests", "status"),
    [
        ([verdict_of(5), verdict_of(5)], "solved"),
        ([verdict_of(5), verdict_of(0)], "partly"),
        ([verdict_of(0), verdict_of(0)], "unsolved"),
        ([verdict_of(5), verdict_of(0, status="error")], "error"),
    ],
)
def test_points_become_a_status(tests, status):
    assert exercise(*tests).status == status


def test_no_test_at_all_is_our_failure_and_never_a_pass():
    assert exercise().status == "error"


def test_the_points_of_an_exercise_are_those_of_its_tests():
    summed = exercise(verdict_of(5), verdict_of(0, of=3))

    assert (summed.points, summed.max_points) == (5, 8)


def test_a_misconception_is_kept():
    named = score.exercise_verdict("three-scouts", "02_together", [verdict_of(0)], "sequential-await")

    assert named.misconception == "sequential-await"


def test_a_result_sums_up_its_exercises_and_says_what_made_it():
    summed = score.result([exercise(verdict_of(5)), exercise(verdict_of(0))], "0.1.0", NOWHERE)

    assert (summed.points, summed.max_points) == (5, 10)
    assert (summed.schema, summed.kit, summed.python) == (verdict.SCHEMA, "0.1.0", platform.python_version())


@pytest.mark.parametrize(
    ("exercises", "code"),
    [
        ([exercise(verdict_of(5)), exercise(verdict_of(5))], 0),
        ([exercise(verdict_of(5)), exercise(verdict_of(0))], 1),
        ([exercise(verdict_of(5)), exercise(verdict_of(5), verdict_of(0, status="error"))], 3),
        ([], 3),
    ],
    ids=["all points", "not all", "our failure", "nothing was looked at"],
)
def test_a_result_becomes_an_exit_code(exercises, code):
    assert score.exit_code(score.result(exercises, "0.1.0", NOWHERE)) == code
