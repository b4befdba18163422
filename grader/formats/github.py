"""The `result` of an autograding step, as classroom-resources/autograding-grading-reporter (v1) reads it.

The reporter prints each test's name, adds up `score` over all tests, and records the sum beside `max_score`. What its
code asks for beyond its documents: each test has a `score` (else the sum is NaN); `tests` is never empty (else it
divides by zero); `line_no` is 0 (else it prints "line undefined"); `status` is one of three words (another one is taken
for a pass). Its table counts passed tests, not points; what it records is exact.

The value reaches the reporter through an environment variable, and Linux allows 128 KiB for one: this is bounded.
"""

from __future__ import annotations

import base64
from typing import Any

import msgspec

from grader.formats import bounded
from grader.formats.settled import OUR_FAILURE, NotGraded, failures, settled
from grader.verdict import ExerciseVerdict, Result, TestVerdict

MOST_BYTES = 128_000  # of the base64; 131,072 is what Linux allows for a variable, its name included

_VERSION = 1
_STATUS = {"passed": "pass", "failed": "fail", "error": "error"}


def write(result: Result) -> bytes:
    """The base64 text, on one line without its end: the value of the step output `result`.

    A failure of the kit gives `max_score` 0. The reporter then records nothing, and the job fails.
    """
    for most in (400, 200, 100, 50, 20):
        encoded = base64.b64encode(msgspec.json.encode(_payload(result, most)))
        if len(encoded) <= MOST_BYTES:
            break
    return encoded


def _payload(result: Result, most: int) -> dict[str, Any]:
    try:
        settled(result)
    except NotGraded as error:
        return _failure(result, str(error), most)
    tests = [_test(exercise, test, most) for exercise in result.exercises for test in exercise.tests]
    return {
        "version": _VERSION,
        "status": "pass" if all(test["status"] == "pass" for test in tests) else "fail",
        "message": bounded.line(" ".join(result.notes), most),
        "max_score": result.max_points,
        "tests": tests,
    }


def _test(exercise: ExerciseVerdict, test: TestVerdict, most: int) -> dict[str, Any]:
    name = bounded.line(f"{exercise.slug}: {test.title or test.name}", most)
    return {
        "name": f"{name} ({test.points} of {test.max_points} points)",
        "status": _STATUS[test.status],
        "score": test.points,
        "message": bounded.line(test.message, most),
        "test_code": "",
        "filename": "",
        "line_no": 0,
        "duration": 0,
    }


def _failure(result: Result, message: str, most: int) -> dict[str, Any]:
    names = [exercise.slug for exercise in failures(result)] or ["nothing"]
    tests = [
        {
            "name": bounded.line(name, most),
            "status": "error",
            "score": 0,
            "message": OUR_FAILURE,
            "test_code": "",
            "filename": "",
            "line_no": 0,
            "duration": 0,
        }
        for name in names
    ]
    return {
        "version": _VERSION,
        "status": "error",
        "message": bounded.line(message, most),
        "max_score": 0,
        "tests": tests,
    }
