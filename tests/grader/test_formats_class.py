"""A class in the formats that nobody has to fill in."""

import csv
import io
import json

import pytest
from format_samples import FAILURE, HOSTILE, OUR_ERROR, PASS, graded_class, mark, missing, record

from grader.classroom import Lateness, Override, Student
from grader.formats import classroom50, gradescope, nbgrader
from grader.formats.names import first_and_last
from grader.formats.settled import NotGraded

JANE = Student("jane@uni.example", "Doe, Jane", "jane@uni.example", {"github": "jane-doe"}, "A")
LATE = mark(
    points=1.5, verdict=PASS.exercises[0], late=Lateness(3600.0, 0.7), submitted="2025-11-04T15:04:00Z"
)
DONE = mark("front-page", 5, 5)


def rows(content):
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


# nbgrader


def test_nbgrader_has_a_row_for_each_exercise_and_student():
    written = rows(nbgrader.write(graded_class(record(JANE), missing(Student("x", "X")))))

    assert [(row["assignment"], row["student_id"]) for row in written] == [
        ("three-scouts", "jane@uni.example"),
        ("three-scouts", "x"),
        ("front-page", "jane@uni.example"),
        ("front-page", "x"),
    ]


def test_nbgrader_has_the_columns_of_nbgrader_and_a_name_in_two_parts():
    row = rows(nbgrader.write(graded_class(record(JANE, LATE, DONE))))[0]

    assert row == {
        "assignment": "three-scouts",
        "duedate": "",
        "timestamp": "2025-11-04T15:04:00Z",
        "student_id": "jane@uni.example",
        "last_name": "Doe",
        "first_name": "Jane",
        "email": "jane@uni.example",
        "raw_score": "5",
        "late_submission_penalty": "3.5",
        "score": "1.5",
        "max_score": "10",
    }


@pytest.mark.parametrize("state", ["unclear", "error"])
def test_in_nbgrader_no_mark_is_blank(state):
    row = rows(nbgrader.write(graded_class(record(JANE, mark(points=0, state=state), DONE))))[0]

    assert (row["raw_score"], row["late_submission_penalty"], row["score"]) == ("", "", "")


def test_in_nbgrader_a_mark_set_by_hand_has_no_penalty():
    by_hand = mark(points=4, verdict=PASS.exercises[0], late=LATE.late, override=Override(4, "ill"))
    row = rows(nbgrader.write(graded_class(record(JANE, by_hand, DONE))))[0]

    assert (row["late_submission_penalty"], row["score"]) == ("0", "4")


# Classroom 50

SCORES = (
    "username,first_name,last_name,email,section,score,max_score,datetime,submission_tag,submitted_by,review_url,"
    "late,override"
)


def test_the_scores_of_classroom_50_have_its_columns():
    assert classroom50.write_scores(graded_class()).decode() == f"{SCORES}\n"


@pytest.mark.parametrize(("points", "score"), [(7.49, "12"), (7.5, "13"), (0, "5"), (10, "15")])
def test_the_scores_of_classroom_50_are_whole(points, score):
    (row,) = rows(classroom50.write_scores(graded_class(record(JANE, mark(points=points), DONE))))

    assert (row["username"], row["score"], row["max_score"]) == ("jane-doe", score, "15")


def test_the_scores_of_classroom_50_say_what_is_late_and_set_by_hand():
    by_hand = mark("front-page", 4, 5, override=Override(4, "ill"))
    (row,) = rows(classroom50.write_scores(graded_class(record(JANE, LATE, by_hand))))

    assert (row["late"], row["override"], row["datetime"]) == ("true", "true", "2025-11-04T15:04:00Z")


def test_the_scores_of_classroom_50_are_blank_where_there_is_no_mark():
    assert rows(classroom50.write_scores(graded_class(missing(JANE))))[0]["score"] == ""


# What a student is called is data


@pytest.mark.parametrize("write", [nbgrader.write, classroom50.write_scores], ids=["nbgrader", "classroom50"])
@pytest.mark.parametrize(
    "name", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "a,b\n=1", HOSTILE, "x" * 1_000_000]
)
def test_no_cell_of_a_student_is_a_formula_a_command_or_endless(write, name):
    hostile = Student(f"{name} key", f"{name}, {name}", name, {"github": name}, name)
    text = write(graded_class(record(hostile))).decode()
    cells = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]

    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in cells)
    assert all(cell.isprintable() and len(cell) < 5_000 for cell in cells)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Jane Doe", ("Jane", "Doe")),
        ("Doe, Jane", ("Jane", "Doe")),
        ("Jane van Doe", ("Jane van", "Doe")),
        ("jane", ("", "jane")),
        ("", ("", "")),
    ],
)
def test_a_name_has_a_first_and_a_last_part(name, parts):
    assert first_and_last(name) == parts


# Gradescope, a file for each student


def for_student(*marks):
    student = record(JANE, *marks)
    return json.loads(gradescope.write_student(student, graded_class(student)))


def test_a_late_penalty_counts_and_is_explained():
    written = for_student(LATE, DONE)

    assert written["score"] == 6.5
    assert written["output"] == "three-scouts: 1 h late, -70 %"
    assert [test["score"] for test in written["tests"]] == [2, 3]


def test_a_mark_set_by_hand_counts_and_is_explained():
    by_hand = mark(points=4, verdict=FAILURE.exercises[0], override=Override(4, "ill\x1b[2J"))

    assert for_student(by_hand, DONE)["output"] == r"three-scouts: set to 4 by hand: ill\x1b[2J"
    assert for_student(by_hand, DONE)["score"] == 9


def test_a_mark_set_by_hand_after_a_failure_of_the_kit_quotes_nothing_of_hidden_tests():
    by_hand = mark(
        points=4, state="error", verdict=OUR_ERROR.exercises[0], override=Override(4, "graded by hand")
    )
    written = for_student(by_hand, DONE)

    assert written["score"] == 9
    assert "assert hidden" not in json.dumps(written)


def test_an_exercise_that_is_missing_is_named():
    written = for_student(mark(points=0, state="missing"), DONE)

    assert (written["score"], written["output"]) == (5, "three-scouts: nothing handed in")


@pytest.mark.parametrize(
    "student",
    [missing(JANE), record(JANE, mark(points=0, state="error", verdict=OUR_ERROR.exercises[0]), DONE)],
    ids=["nothing handed in", "our error"],
)
def test_without_a_mark_there_is_no_file_for_gradescope(student):
    with pytest.raises(NotGraded, match="There is no mark"):
        gradescope.write_student(student, graded_class(student))
