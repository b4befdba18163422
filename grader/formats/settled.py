"""Results that may become marks, and those that may not: a failure of the kit is no mark."""

from __future__ import annotations

from grader.verdict import ExerciseVerdict, Result, TestVerdict

OUR_FAILURE = "The kit itself failed here, not the student's program: there is no mark for this."


class NotGraded(Exception):
    """There is no mark, and it is not the student's fault. The text is for whoever runs the grader."""


def failures(result: Result) -> tuple[ExerciseVerdict, ...]:
    """The exercises in which the kit failed."""
    return tuple(exercise for exercise in result.exercises if exercise.status == "error")


def settled(result: Result) -> Result:
    """`result`, if its points may be given to a student. Raises NotGraded.

    One failed exercise is enough to refuse: the sum would be too low, and would be recorded as the student's.
    """
    if not result.exercises:
        raise NotGraded("The result holds no exercise, so there is no mark. Check at least one exercise.")
    if broken := failures(result):
        names = ", ".join(exercise.slug for exercise in broken)
        raise NotGraded(
            f"The kit itself failed in {names}: this says nothing about the student, and gives no mark. "
            "Run the check once more."
        )
    return result


def message(test: TestVerdict) -> str:
    """What a student may read of a test. A failure of the kit may quote lines of hidden tests: these stay here."""
    return OUR_FAILURE if test.status == "error" else test.message
