"""Classroom 50: the `result.json` of one run (`classroom50/result/v1`), and the scores of a class as it downloads them.

https://github.com/foundation50/classroom50, `schemas/result-v1.schema.json` and `wiki/Advanced-Autograding.md`. The
runner itself sets owner, assignment_type, datetime, graded_at and submitted_by, whatever a grader writes there.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Mapping
from typing import Any

import msgspec

from grader.classroom import ClassRecord, StudentRecord
from grader.formats import bounded
from grader.formats.grades import total
from grader.formats.names import first_and_last
from grader.formats.settled import settled
from grader.report.gradebook import text_cell
from grader.verdict import ExerciseVerdict, Result, TestVerdict

SCHEMA = "classroom50/result/v1"

_FROM_ENVIRONMENT = {
    "classroom": "CLASSROOM",
    "assignment": "ASSIGNMENT",
    "submission": "SUBMISSION_TAG",
    "commit": "COMMIT_URL",
    "release": "RELEASE_URL",
    "review": "REVIEW_URL",
}
_SCORES = (
    "username", "first_name", "last_name", "email", "section", "score", "max_score", "datetime",
    "submission_tag", "submitted_by", "review_url", "late", "override",
)  # fmt: skip


class NotInClassroom50(Exception):
    """The runner's variables are not there. The text says which."""


def write(result: Result, environment: Mapping[str, str]) -> bytes:
    """The file `result.json`, with the identity of the submission from the runner's `environment`.

    Raises NotGraded, upon which a grader ends with an exit code other than 0 (the runner then records an error, and no
    score), and NotInClassroom50.
    """
    return msgspec.json.encode(_payload(settled(result), environment)) + b"\n"


def _payload(result: Result, environment: Mapping[str, str]) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        **_identity(environment),
        "score": result.points,
        "max-score": result.max_points,
        "tests": [_test(exercise, test) for exercise in result.exercises for test in exercise.tests],
    }


def _identity(environment: Mapping[str, str]) -> dict[str, str]:
    # Without anything to compare with, a review is the commit itself.
    known = {"REVIEW_URL": environment.get("COMMIT_URL", ""), **{k: v for k, v in environment.items() if v}}
    missing = [name for name in _FROM_ENVIRONMENT.values() if not known.get(name)]
    if missing:
        raise NotInClassroom50(
            f"This format needs what Classroom 50's runner sets, and {', '.join(missing)} is not set. "
            "Run it from an autograder.py that the runner starts."
        )
    return {field: known[name] for field, name in _FROM_ENVIRONMENT.items()}


def _test(exercise: ExerciseVerdict, test: TestVerdict) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "test-name": bounded.line(f"{exercise.slug}: {test.title or test.name}"),
        "passed": test.status == "passed",
        "score": test.points,
        "max-score": test.max_points,
    }
    if test.message:
        shown["message"] = bounded.block(test.message)
    return shown


def write_scores(record: ClassRecord) -> bytes:
    """The scores of a class: a CSV with the columns of `gh teacher download`, in whole points.

    What is no mark (nothing handed in, unclear, a failure of the kit) is blank.
    """
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(_SCORES)
    rows.writerows(_score_row(student) for student in record.students)
    return text.getvalue().encode("utf-8", "backslashreplace")


def _score_row(record: StudentRecord) -> list[str]:
    student = record.student
    first, last = first_and_last(student.name)
    points = total(record).points
    submitted = max((mark.submitted for mark in record.marks), default="")
    return [
        text_cell(student.ids.get("github", student.key)),
        text_cell(first),
        text_cell(last),
        text_cell(student.email),
        text_cell(student.section),
        "" if points is None else str(math.floor(points + 0.5)),  # it takes whole points; a half goes up
        str(record.max_points),
        submitted,
        "",
        "",
        "",
        str(any(mark.late for mark in record.marks)).lower(),
        str(any(mark.override for mark in record.marks)).lower(),
    ]
