"""A CSV with the columns of `nbgrader export`, for scripts that read nbgrader's.

nbgrader quotes nothing; here a comma in a name is quoted, as CSV readers expect it.
"""

from __future__ import annotations

import csv
import io

from grader.classroom import ClassRecord, Mark, Student
from grader.formats.names import first_and_last
from grader.report.gradebook import text_cell
from grader.report.phrases import amount, has_mark

COLUMNS = (
    "assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email",
    "raw_score", "late_submission_penalty", "score", "max_score",
)  # fmt: skip


def write(record: ClassRecord) -> bytes:
    """A row for each exercise and student; an exercise is an assignment. The scores are blank where there is no mark.

    `score` is what counts, `raw_score` what the grader found, `late_submission_penalty` the points that lateness cost.
    """
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    for place, exercise in enumerate(record.exercises):
        for student in record.students:
            rows.writerow(_row(exercise.slug, student.student, student.marks[place]))
    return text.getvalue().encode("utf-8")


def _row(assignment: str, student: Student, mark: Mark) -> list[str]:
    first, last = first_and_last(student.name)
    return [
        assignment,
        "",
        mark.submitted,
        text_cell(student.key),
        text_cell(last),
        text_cell(first),
        text_cell(student.email),
        *_scores(mark),
        str(mark.max_points),
    ]


def _scores(mark: Mark) -> tuple[str, str, str]:
    if not has_mark(mark):
        return "", "", ""
    raw = float(mark.verdict.points) if mark.verdict else 0.0
    is_penalised = mark.late is not None and mark.override is None
    penalty = raw - mark.points if is_penalised else 0.0
    return amount(raw), amount(penalty), amount(mark.points)
