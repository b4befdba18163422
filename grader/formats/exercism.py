"""Exercism's `results.json`, version 3: https://exercism.org/docs/building/tooling/test-runners/interface."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from grader.formats import bounded
from grader.formats.settled import NotGraded, message, settled
from grader.verdict import ExerciseVerdict, Result, TestVerdict

_Status = Literal["pass", "fail", "error"]


def write(result: Result) -> bytes:
    """The file. "error" says that nothing could be run: a file that does not load, or a failure of the kit.

    Hidden tests stay hidden: `test_code` is the sentence that describes a test.
    """
    tests = [test for exercise in result.exercises for test in exercise.tests]
    status, told = _outcome(result, tests)
    payload = {
        "version": 3,
        "status": status,
        "message": told,
        "tests": [
            _test(place, exercise, test)
            for place, exercise in enumerate(result.exercises, start=1)
            for test in exercise.tests
        ],
    }
    return msgspec.json.encode(payload) + b"\n"


def _outcome(result: Result, tests: list[TestVerdict]) -> tuple[_Status, str | None]:
    try:
        settled(result)
    except NotGraded as error:
        return "error", str(error)
    if all(test.reason == "load" for test in tests):
        return "error", bounded.block(tests[0].message)
    return ("pass" if all(test.status == "passed" for test in tests) else "fail"), None


def _test(task: int, exercise: ExerciseVerdict, test: TestVerdict) -> dict[str, Any]:
    title = bounded.line(test.title or test.name)
    shown: dict[str, Any] = {
        "name": f"{exercise.slug}: {title}",
        "status": _status(test),
        "test_code": title,
        "task_id": task,
    }
    if told := message(test):
        shown["message"] = bounded.block(told, 1000)
    return shown


def _status(test: TestVerdict) -> _Status:
    if test.status == "passed":
        return "pass"
    return "error" if test.status == "error" or test.reason == "load" else "fail"
