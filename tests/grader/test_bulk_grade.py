"""Grading a class by one command: what it says, what it writes, and what it refuses."""

import pytest
from small_class import Class, marks, points

from grader.bulk.grade import CannotGrade
from grader.classroom import Problem

pytestmark = pytest.mark.once

WORDS = {"ann": "right", "bob": "wrong", "cy": "well"}


@pytest.fixture
def a_class(kit):
    a_class = Class(kit)
    a_class.words(WORDS)
    return a_class


def overrides(a_class, *lines):
    return a_class.kit.write("overrides.csv", "\n".join(["student,exercise,points,reason", *lines]))


def test_it_says_what_was_handed_in_and_how_much_there_is_to_do(a_class):
    a_class.grade()
    first = a_class.said[0]
    a_class.grade()

    assert first.endswith("3 students, 3 files; 3 to be judged.")
    assert a_class.said[0].endswith("3 students, 3 files; 0 to be judged.")


def test_everything_is_written_beside_the_verdicts(a_class):
    a_class.grade(similarity=True)

    written = {path.name for path in a_class.out.iterdir()}
    assert {"verdicts.sqlite", "gradebook.csv", "results.jsonl", "report.html", "feedback"} <= written


def test_results_inside_of_the_submissions_are_refused(a_class):
    (a_class.kit.root / "out").symlink_to(a_class.handed_in / "ann")

    with pytest.raises(CannotGrade, match=r"is inside of .* Choose a folder beside it"):
        a_class.grade()


def test_some_students_alone_can_be_graded(a_class):
    assert points(a_class.grade(students=["ANN", "cy"])) == {"ann": 4, "cy": 4}
    assert sorted(a_class.log) == ["right", "well"]


def test_a_student_whom_nobody_knows_is_told_with_the_nearest_name(a_class):
    with pytest.raises(CannotGrade, match=r"no student 'anm' .* Did you mean 'ann'"):
        a_class.grade(students=["anm"])


def test_one_exercise_alone_can_be_graded(a_class):
    stub = "async def go():\n    raise NotImplementedError\n"
    a_class.kit.add(
        "@pytest.mark.points(1)\nasync def test_go(submission):\n    await submission.go()\n",
        path="01_probes/02_other",
        stub=stub,
    )
    a_class.hand_in({"ann": "async def go():\n    pass\n"}, name="02_other.py")

    record = a_class.grade(exercises=["other"])

    assert [exercise.slug for exercise in record.exercises] == ["other"]
    assert points(record, "other") == {"ann": 1, "bob": 0, "cy": 0}
    assert a_class.log == []


def test_without_names_the_exercises_count_that_somebody_has_handed_in(a_class):
    stub = "async def go():\n    raise NotImplementedError\n"
    test = "@pytest.mark.points(1)\nasync def test_go(submission):\n    await submission.go()\n"
    for name in ("02_other", "03_third"):
        a_class.kit.add(test, path=f"01_probes/{name}", stub=stub.replace("go", f"go_{name}"))
    a_class.hand_in({"ann": "async def go():\n    pass\n"}, name="02_other.py")

    slugs = [exercise.slug for exercise in a_class.grade().exercises]
    with_a_mark = [
        exercise.slug
        for exercise in a_class.grade(overrides=overrides(a_class, "bob,third,1,Oral")).exercises
    ]

    assert slugs == ["probe", "other"]
    assert with_a_mark == ["probe", "other", "third"]


def test_marks_set_by_hand_are_applied(a_class):
    record = a_class.grade(overrides=overrides(a_class, "bob,probe,3,An honest try"))

    assert points(record) == {"ann": 4, "bob": 3, "cy": 4}
    assert marks(record)["bob"].override.reason == "An honest try"


def test_a_mark_set_by_hand_for_nobody_is_a_problem_and_no_stop(a_class):
    file = overrides(a_class, "bobby,probe,3,An honest try")
    record = a_class.grade(overrides=file)

    (problem,) = record.problems
    assert problem == Problem(str(file), problem.text)
    assert "There is no student “bobby”" in problem.text


def test_a_mark_set_by_hand_for_whom_this_run_is_not_about_is_no_problem(a_class):
    record = a_class.grade(overrides=overrides(a_class, "bob,probe,3,An honest try"), students=["ann"])

    assert record.problems == ()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"roster": "no roster.csv"}, "no roster.csv"),
        ({"overrides": "no overrides.csv"}, "no overrides.csv"),
    ],
)
def test_a_file_that_is_not_there_is_told(options, sentence, a_class):
    options = {name: a_class.kit.root / path for name, path in options.items()}

    with pytest.raises(CannotGrade, match=sentence):
        a_class.grade(**options)


def test_submissions_that_are_not_there_are_told(kit):
    with pytest.raises(CannotGrade, match="handed_in"):
        Class(kit).grade()


def test_results_that_cannot_be_written_are_told_and_no_verdict_is_lost(a_class):
    (a_class.out / "gradebook.csv").mkdir(parents=True)

    with pytest.raises(CannotGrade, match=r"gradebook.csv cannot be written: .* no file is judged twice"):
        a_class.grade()
    (a_class.out / "gradebook.csv").rmdir()
    a_class.grade()

    assert sorted(a_class.log) == sorted(WORDS.values())


def test_nobody_is_there_and_the_tests_are_still_known(kit):
    a_class = Class(kit)
    a_class.kit.write("roster.csv", "email,name\nann@example.org,Ann\n")
    a_class.words({"someone": "right"})
    record = a_class.grade(roster=kit.root / "roster.csv", students=["ann@example.org"])

    (exercise,) = record.exercises
    assert [test.title for test in exercise.tests] == ["It says a word."]
    assert exercise.max_points == 4
    assert [(row.student.name, row.has_submitted) for row in record.students] == [("Ann", False)]


def test_the_command_says_how_the_class_did_and_where_everything_is(a_class):
    code, out, err = a_class.command()

    assert code == 0
    assert "3 students, 3 with submissions" in out
    assert str(a_class.out / "report.html") in out
    assert "graded 3 of 3 files" in err


def test_a_failure_of_ours_is_exit_code_3(a_class):
    a_class.words({"mal": "die"})

    code, out, _ = a_class.command()

    assert code == 3
    assert "the grader failed" in out


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--deadline", "soon"), "2026-11-20T23:59"),
        (("--late-penalty", "10"), "10%/day"),
        (("--exercises", "pobe"), "Did you mean probe or"),
        (("--accept-level", "3"), "level 3 is wanted"),
        (("--roster", "nowhere.csv"), "nowhere.csv"),
    ],
)
def test_wrong_usage_is_exit_code_2_with_what_to_do(options, sentence, a_class):
    code, out, err = a_class.command(*options)

    assert (code, out) == (2, "")
    assert sentence in err
    assert "Traceback" not in err
