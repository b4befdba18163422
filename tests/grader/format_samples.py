"""Results and classes for the tests of the outside formats, made by hand."""

from __future__ import annotations

import msgspec

from grader import classroom, score, verdict
from grader.classroom import ClassRecord, ExerciseInfo, Mark, Student, StudentRecord
from grader.verdict import ExerciseVerdict, Isolation, Result, Span

ISOLATION = Isolation(2, ("process", "landlock"))
CALLS = (Span("ask n", 0.0, 2.0, "ok"), Span("ask `w`", 0.0, None, "running"))

# What a student can put into a message: nothing of it may leave the place that it is written to.
HOSTILE = "\n".join(  # noqa: FLY002 (each is one attack)
    [
        "::error::all is well",
        "  ::stop-commands::x",
        "x ##[group]y",
        "```",
        "</script><b>@everyone #1",
        "\x1b[2J\x9b\x00\x07 \u202e \u2028 \ufffe \ud800",
        "a\rb",
        "]]>&<!--",
        '"; DROP',
    ]
)


def failed(message="took 6.0 s, expected 3.0 s", reason="assertion", points=3, name="test_b", timeline=CALLS):
    return _test(name, "It takes 3 s, not 6 s.", "failed", 0, points, reason, message, 6.0, timeline)


def passed(points=2, name="test_a"):
    return _test(name, "It comes back.", "passed", points, points, None, "", 3.0, ())


def broken():
    return _test("test_c", "It fails.", "error", 0, 3, None, "KeyError: 'x' in `assert hidden`", 0.0, ())


# A class with "Test" in front is not to be collected.
_test = verdict.TestVerdict


def exercise(*tests, slug="three-scouts", misconception=None) -> ExerciseVerdict:
    return score.exercise_verdict(slug, "02_together", tests, misconception)


def result(*exercises: ExerciseVerdict) -> Result:
    return score.result(exercises, "0.1.0", ISOLATION)


PASS = result(exercise(passed(), passed(3, "test_b")))
PARTIAL = result(exercise(passed(), failed()), exercise(passed(4), slug="front-page"))
FAILURE = result(exercise(failed(), failed(points=2, name="test_a")))
HANG = result(exercise(passed(), failed("a step did not end within 1 s", "hang")))
SYNTAX_ERROR = result(
    exercise(
        *(failed("line 3: invalid syntax", "load", name=name, timeline=()) for name in ("test_a", "test_b"))
    )
)
OUR_ERROR = result(exercise(passed(), broken()), exercise(passed(4), slug="front-page"))
ATTACK = result(exercise(passed(), failed(HOSTILE)))
_FLOODS = [f"\x00{number}" * 500_000 for number in range(8)]
FLOOD = result(
    *(
        exercise(
            *(failed(flood, name=f"test_{n}") for n, flood in enumerate(_FLOODS)), slug=f"exercise-{place}"
        )
        for place in range(40)
    )
)
EVERY = {
    "pass": PASS,
    "partial": PARTIAL,
    "failure": FAILURE,
    "hang": HANG,
    "syntax error": SYNTAX_ERROR,
    "our error": OUR_ERROR,
    "attack": ATTACK,
}
GRADED = {name: sample for name, sample in EVERY.items() if sample is not OUR_ERROR}


def info(slug, title, max_points=10) -> ExerciseInfo:
    return ExerciseInfo(slug, "2.1", "02_together", title, max_points, ())


EXERCISES = (info("three-scouts", "three scouts"), info("front-page", "front page", 5))


def mark(slug="three-scouts", points=7.5, max_points=10, state="graded", **more) -> Mark:
    return Mark(slug=slug, state=state, points=points, max_points=max_points, **more)


def record(student: Student, *marks: Mark) -> StudentRecord:
    """One row; by default 7.5 of 10 and 5 of 5 points."""
    marks = marks or (mark(), mark("front-page", 5, 5))
    return StudentRecord(
        student=student,
        marks=marks,
        points=round(sum(one.points for one in marks), 2),
        max_points=sum(one.max_points for one in marks),
        has_submitted=any(one.state != "missing" for one in marks),
    )


def missing(student: Student) -> StudentRecord:
    return record(student, mark(points=0, state="missing"), mark("front-page", 0, 5, "missing"))


def graded_class(*students: StudentRecord, exercises=EXERCISES) -> ClassRecord:
    return ClassRecord(
        schema=classroom.SCHEMA,
        kit="0.1.0",
        python="3.12.1",
        isolation=ISOLATION,
        layout="a folder a student",
        exercises=exercises,
        students=students,
    )


def as_json(sample: Result) -> bytes:
    """As `check --json` writes it."""
    return msgspec.json.encode(sample)
