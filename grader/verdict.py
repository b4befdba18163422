"""What was found out about a submission: closed sets of frozen values.

Everything that reports or scores reads these, and nothing else. Their JSON form is the contract of
``python -m grader check --json`` (schema ``overlap/result/1``).
"""

from __future__ import annotations

from typing import Literal

import msgspec

SCHEMA = "overlap/result/1"

Reason = Literal[
    "assertion",  # it ran, and did something else than was asked
    "exception",  # it raised what it should not have raised
    "deadlock",  # everybody waits, and nobody will ever wake them
    "livelock",  # it turns and turns, and time does not move
    "horizon",  # virtual time ran away
    "hang",  # a step that never yields
    "crash",  # its process ended
    "hygiene",  # it left something running, unawaited or open
    "protocol",  # its process spoke nonsense to the judge
    "not-implemented",  # the stub, as it was handed out
    "load",  # the file could not be loaded, or lacks what was asked for
]
TestStatus = Literal["passed", "failed", "error"]
ExerciseStatus = Literal["solved", "partly", "unsolved", "error"]


class Span(msgspec.Struct, frozen=True):
    """One call over the border: a bar of the timeline. Times are virtual seconds."""

    label: str
    start: float
    end: float | None  # None: it was still under way when the test ended
    outcome: Literal["ok", "failed", "cancelled", "running"]


class TestVerdict(msgspec.Struct, frozen=True):
    """What one hidden test says. `status` "error" is our failure, and says nothing about the student."""

    __test__ = False  # for pytest: this is no test

    name: str
    title: str  # the test's docstring: the sentence that the student reads
    status: TestStatus
    points: int
    max_points: int
    reason: Reason | None
    message: str
    virtual_seconds: float
    timeline: tuple[Span, ...]


class ExerciseVerdict(msgspec.Struct, frozen=True):
    """What the hidden tests of one exercise say of one submission."""

    slug: str
    chapter: str  # the chapter's folder: "02_together"
    status: ExerciseStatus
    points: int
    max_points: int
    misconception: str | None  # the name of the wrong solution that behaves like this one
    tests: tuple[TestVerdict, ...]


class Isolation(msgspec.Struct, frozen=True):
    """How far the submission's process was locked away from the judge: a level, and what it consists of."""

    level: int
    layers: tuple[str, ...]


class Result(msgspec.Struct, frozen=True, omit_defaults=True):
    """One run of the grader over the exercises of one submission.

    `notes`: sentences about the run as a whole, for whoever reads the result: that only the public tests ran, or that
    files of the course had been changed.
    """

    schema: str
    kit: str
    python: str
    isolation: Isolation
    points: int
    max_points: int
    exercises: tuple[ExerciseVerdict, ...]
    notes: tuple[str, ...] = ()


class Expected(msgspec.Struct, frozen=True):
    """What the reference solution did in one test, recorded."""

    virtual_seconds: float
    timeline: tuple[Span, ...]
