import pytest
from class_records import (
    DINNER,
    HOSTILE,
    broken,
    class_record,
    exercise,
    failed,
    graded,
    passed,
    student,
    without_verdict,
)

from grader.classroom import Override, Problem
from grader.report.classtable import MOST_PROBLEMS, render_class

SMALL = class_record(
    student("a", "Ada", marks=[graded(passed(points=10)), without_verdict("missing", slug=DINNER)]),
    student("b", "Bo", marks=[graded(passed(), failed()), graded(failed(), slug=DINNER)]),
    student(
        "c",
        "Cy",
        marks=[
            without_verdict("unclear", problem="a.py or b.py"),
            without_verdict("error", slug=DINNER, problem="it crashed"),
        ],
    ),
    student(
        "d",
        "Di",
        has_submitted=False,
        marks=[without_verdict("missing"), without_verdict("missing", slug=DINNER)],
    ),
    exercises=(exercise(), exercise(DINNER, "2.2", "dinner for one")),
    problems=(Problem("x/essay.docx", "This is a Word file."),),
)


def test_a_line_is_an_exercise():
    lines = render_class(SMALL).splitlines()

    assert lines[1] == "4 students, 3 with submissions"
    assert lines[3].split() == [
        "exercise",
        "submitted",
        "solved",
        "partly",
        "unsolved",
        "unclear",
        "errors",
        "mean",
    ]
    assert lines[4].split()[-7:] == ["1", "1", "0", "1", "0", "75", "%"]
    assert lines[5].split() == ["2.2", "dinner", "for", "one", "2", "0", "0", "1", "0", "1", "0", "%"]


def test_problems_are_told_with_our_failures_first():
    text = render_class(SMALL, width=120)

    assert text.partition("3 problems:\n")[2].splitlines()[:3] == [
        "  - Cy, dinner-for-one: the grader failed. it crashed",
        "  - Cy, three-scouts: which file counts is unclear. a.py or b.py",
        "  - x/essay.docx: This is a Word file.",
    ]


def test_what_a_person_has_decided_is_no_problem():
    mark = without_verdict("error", points=4.0, override=Override(4.0, "by hand"))

    assert "problem" not in render_class(class_record(student(marks=[mark])))


def test_many_problems_are_counted():
    record = class_record(student(), problems=tuple(Problem(f"f{i}", "x") for i in range(25)))

    text = render_class(record)

    assert text.count("- f") == MOST_PROBLEMS
    assert "and 15 more" in text


def test_a_class_of_nobody_is_told():
    assert "0 students, 0 with submissions" in render_class(class_record())


def test_level_0_is_told():
    assert "isolation level 0" in render_class(class_record(student(), level=0))
    assert "isolation level 0" not in render_class(SMALL)


def test_the_files_stand_at_the_end():
    assert render_class(SMALL, files=["out/gradebook.csv", "out/report.html"]).endswith(
        "\nout/gradebook.csv\nout/report.html\n"
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_name_steers_the_terminal_or_the_log(text, encoding):
    marks = [graded(passed(), broken()), without_verdict("unclear", slug=DINNER, problem=text)]
    record = class_record(
        student(text, text, marks=marks, problems=(text,)),
        exercises=SMALL.exercises,
        problems=(Problem(text, text),),
    )

    shown = render_class(record, encoding=encoding)

    shown.encode(encoding)
    assert all(sign.isprintable() or sign == "\n" for sign in shown)
    assert len(shown) < 5_000
    assert "##[" not in shown
    assert not any(line.lstrip().startswith("::") for line in shown.splitlines())


def test_colours_are_left_out_unless_asked_for():
    assert "\x1b" not in render_class(SMALL)
    assert "\x1b[" in render_class(SMALL, color=True)
