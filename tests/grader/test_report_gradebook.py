import csv
import io

import pytest
from class_records import DINNER, HOSTILE, class_record, exercise, graded, passed, student, without_verdict

from grader.classroom import Lateness, Override
from grader.report.gradebook import MOST_CHARACTERS, render_gradebook, unguarded

TWO = (exercise(), exercise(DINNER, "2.2", "dinner for one"))


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_is_a_student_and_a_column_is_an_exercise():
    jane = student(marks=[graded(passed()), graded(slug=DINNER, points=3.5)], email="jane@example.org")
    omar = student("omar", "Omar", marks=[graded(points=1.0), graded(slug=DINNER, points=10.0)])

    found = rows(render_gradebook(class_record(jane, omar, exercises=TWO)))

    assert [(row["student"], row["three-scouts"], row["dinner-for-one"]) for row in found] == [
        ("jane@example.org", "5", "3.5"),
        ("omar", "1", "10"),
    ]
    assert [(row["total"], row["max_points"]) for row in found] == [("8.5", "20"), ("11", "20")]


def test_numbers_are_bare_and_all_text_is_quoted():
    line = render_gradebook(class_record(student(marks=[graded(points=3.5)]))).split("\r\n")[1]

    assert line == '"jane@example.org","Jane Doe","","",3.5,3.5,10,"",""'


@pytest.mark.parametrize(
    "name", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1+1", "＝1", "－1"], ids=ascii
)
def test_a_name_that_begins_like_a_formula_is_text(name):
    (row,) = rows(render_gradebook(class_record(student(name, name))))

    assert not row["name"].lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "＝", "－"))
    assert unguarded(row["name"]).endswith(name.strip())


def test_a_guarded_key_can_be_taken_back_and_an_apostrophe_stays():
    found = rows(render_gradebook(class_record(student("=1+1"), student("'tis", "'tis"))))

    assert [row["student"] for row in found] == ["'=1+1", "'tis"]
    assert [unguarded(row["student"]) for row in found] == ["=1+1", "'tis"]


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE)
def test_no_name_makes_another_row_or_cell(name):
    text = render_gradebook(class_record(student("a", name), student("b", "Omar")))

    assert len(text.splitlines()) == 3
    assert all(sign.isprintable() or sign in "\r\n" for sign in text)
    first, second = rows(text)
    assert (first["student"], first["three-scouts"], second["name"]) == ("a", "5", "Omar")
    assert len(first["name"]) <= MOST_CHARACTERS + 2  # guarded twice


@pytest.mark.parametrize("name", ["Jane;=1+1;x", 'Jane";=1+1;"', "Jane; @SUM(1)", "=1;=2"])
def test_no_part_of_a_name_is_a_formula_where_semicolons_part_cells(name):
    text = render_gradebook(class_record(student("a", name)))

    cells = next(csv.reader(io.StringIO(text.split("\r\n")[1]), delimiter=";"))

    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in cells)
    (row,) = rows(text)
    assert unguarded(row["name"]) == name


def test_nothing_handed_in_is_0_points():
    (row,) = rows(
        render_gradebook(class_record(student(marks=[without_verdict("missing")], has_submitted=False)))
    )

    assert row["three-scouts"] == "0"
    assert row["notes"] == "nothing handed in"


@pytest.mark.parametrize(
    ("state", "note"),
    [
        ("error", "three-scouts: not graded, the kit failed (a crash)"),
        ("unclear", "three-scouts: which file counts is unclear (a crash)"),
    ],
)
def test_where_there_is_no_mark_the_cell_is_empty_and_the_notes_say_why(state, note):
    (row,) = rows(render_gradebook(class_record(student(marks=[without_verdict(state, problem="a crash")]))))

    assert row["three-scouts"] == ""
    assert row["notes"] == note


def test_a_mark_set_by_hand_stands_where_there_was_none():
    mark = without_verdict("error", points=8.0, override=Override(8.0, "-1 for style"), problem="a crash")

    (row,) = rows(render_gradebook(class_record(student(marks=[mark]))))

    assert row["three-scouts"] == "8"
    assert row["notes"].startswith("three-scouts: set to 8 by hand (-1 for style)")


def test_lateness_says_how_late_and_what_it_costs():
    late = [Lateness(7_500.0, 0.1), Lateness(None, 0.0)]
    marks = [graded(late=late[0]), graded(slug=DINNER, late=late[1])]

    (row,) = rows(render_gradebook(class_record(student(marks=marks), exercises=TWO)))

    assert row["late"] == "three-scouts: 2 h 5 min late, -10 %; dinner-for-one: late"
