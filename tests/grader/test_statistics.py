import pytest
from class_records import (
    DINNER,
    SCOUTS,
    class_record,
    exercise,
    failed,
    graded,
    passed,
    student,
    without_verdict,
)

from grader.classroom import Lateness, Override
from grader.report.statistics import class_figures, exercise_figures, misconceptions_met, students_in_need
from grader.verdict import TestVerdict

PAGE = "front-page"
TWO = (exercise(), exercise(slug=DINNER, number="2.2", title="dinner for one"))
THREE = (*TWO, exercise(slug=PAGE, number="2.3", title="front page"))


def mark(slug, count):
    """A mark with so many of two tests passed; None: not handed in."""
    if count is None:
        return without_verdict("missing", slug)
    tests = [
        passed(name) if place < count else failed(name) for place, name in enumerate(("test_a", "test_b"))
    ]
    return graded(*tests, slug=slug)


def marks(*counts):
    return tuple(mark(slug, count) for slug, count in zip((SCOUTS, DINNER, PAGE), counts, strict=False))


def a_class(*counts):
    rows = [student(f"s{number:02}", marks=marks(*pair)) for number, pair in enumerate(counts)]
    return class_record(*rows, exercises=TWO)


def test_difficulty_is_the_mean_share_of_points_of_those_who_were_graded():
    scouts, dinner = exercise_figures(a_class((2, 0), (1, None), (0, 1), (1, None)))

    assert (scouts.difficulty, dinner.difficulty) == (0.5, 0.25)
    assert (dinner.graded, dinner.missing) == (2, 2)


def test_difficulty_of_a_test_is_the_share_who_passed():
    scouts, _ = exercise_figures(a_class((2, 0), (1, 0), (0, 0), (1, 0)))

    assert [test.difficulty for test in scouts.tests] == [0.75, 0.25]


def test_late_penalties_and_marks_by_hand_do_not_change_how_hard_an_exercise_is():
    late = graded(passed("test_a"), failed("test_b"), points=1.0, late=Lateness(60.0, 0.8))
    by_hand = graded(passed("test_a"), failed("test_b"), points=10.0, override=Override(10.0, "seen"))

    (figures,) = exercise_figures(class_record(student("a", marks=[late]), student("b", marks=[by_hand])))

    assert figures.difficulty == 0.5
    assert (figures.solved, figures.partly) == (0, 2)


def test_what_has_no_mark_counts_for_nothing():
    rows = [student(state, marks=[without_verdict(state)]) for state in ("missing", "unclear", "error")]

    (figures,) = exercise_figures(class_record(*rows))

    assert (figures.graded, figures.missing, figures.unclear, figures.errors) == (0, 1, 1, 1)
    assert figures.difficulty is None


def test_an_exercise_that_strong_students_solve_discriminates_fully():
    scouts, dinner = exercise_figures(a_class(*[(2, 2)] * 5, *[(0, 0)] * 5))

    assert (scouts.discrimination, dinner.discrimination) == (pytest.approx(1.0), pytest.approx(1.0))


def test_an_exercise_that_only_weak_students_solve_is_reversed():
    scouts, _ = exercise_figures(a_class(*[(2, 0)] * 5, *[(0, 2)] * 5))

    assert scouts.discrimination == pytest.approx(-1.0)


def test_discrimination_is_the_correlation_with_all_other_points():
    # Shares 0, ½, 1 beside 0, 1, ½, in equal numbers: covariance 1/12, variances 1/6.
    scouts, dinner = exercise_figures(a_class(*[(0, 0), (1, 2), (2, 1)] * 4))

    assert (scouts.discrimination, dinner.discrimination) == (pytest.approx(0.5), pytest.approx(0.5))


def test_a_test_is_compared_with_the_other_points_of_its_own_exercise_too():
    # One exercise: who passes test_a fails test_b, and the other way round.
    rows = [
        student(
            f"s{n}",
            marks=[
                graded(passed("test_a"), failed("test_b"))
                if n % 2
                else graded(failed("test_a"), passed("test_b"))
            ],
        )
        for n in range(10)
    ]

    (figures,) = exercise_figures(class_record(*rows))

    assert [test.discrimination for test in figures.tests] == [pytest.approx(-1.0), pytest.approx(-1.0)]
    assert figures.discrimination is None, "there is nothing to compare a single exercise with"


def test_a_correlation_of_few_students_is_not_told():
    scouts, _ = exercise_figures(a_class(*[(2, 2)] * 5, *[(0, 0)] * 4))

    assert scouts.discrimination is None


def test_where_all_have_the_same_points_nothing_can_be_told_apart():
    scouts, dinner = exercise_figures(a_class(*[(2, 2), (2, 0)] * 5))

    assert (scouts.discrimination, dinner.discrimination) == (None, None)


def test_an_exercise_that_somebody_has_not_handed_in_has_no_points_among_the_others():
    with_gap, _ = exercise_figures(a_class(*[(2, 2)] * 5, *[(0, None)] * 5))
    with_zero, _ = exercise_figures(a_class(*[(2, 2)] * 5, *[(0, 0)] * 5))

    assert with_gap.discrimination == with_zero.discrimination


def test_our_failure_in_an_exercise_is_left_out_of_a_students_other_points():
    counts = [(2, 2)] * 5 + [(0, 0)] * 5
    rows = [student(f"s{n}", marks=marks(*pair)) for n, pair in enumerate(counts)]
    broken = student("x", marks=[marks(2, 0)[0], without_verdict("error", DINNER)])

    with_broken, _ = exercise_figures(class_record(*rows, broken, exercises=TWO))
    without, _ = exercise_figures(class_record(*rows, exercises=TWO))

    assert with_broken.discrimination == without.discrimination


def test_a_test_that_broke_says_nothing_about_its_difficulty():
    odd = TestVerdict("test_a", "It holds.", "error", 0, 5, None, "", 0.0, ())
    rows = [
        student("a", marks=[graded(passed("test_a"), passed("test_b"))]),
        student("b", marks=[graded(odd, passed("test_b"))]),
    ]

    (figures,) = exercise_figures(class_record(*rows))

    assert (figures.tests[0].passed, figures.tests[0].graded) == (1, 1)


def test_reasons_of_a_failing_test_are_counted():
    rows = [
        student(f"s{n}", marks=[graded(passed("test_a"), failed("test_b", reason=reason))])
        for n, reason in enumerate(["deadlock", "assertion", "deadlock"])
    ]

    (figures,) = exercise_figures(class_record(*rows))

    assert figures.tests[1].reasons == (("deadlock", 2), ("assertion", 1))


def test_misconceptions_are_counted_by_exercise_the_most_frequent_first():
    in_turn = [graded(passed("test_a"), failed(), misconception="in-turn")]
    forgot = [graded(failed("test_a"), failed(), misconception="forgot-await")]
    rows = [student(f"s{n}", marks=mark) for n, mark in enumerate([forgot, in_turn, in_turn])]
    explained = exercise(explanations={"in-turn": "One by one."})

    met = misconceptions_met(class_record(*rows, exercises=(explained,)))

    assert [(one.name, one.students, one.graded, one.explanation) for one in met] == [
        ("in-turn", 2, 3, "One by one."),
        ("forgot-await", 1, 3, ""),
    ]


def needs(*rows):
    record = class_record(*rows, exercises=TWO)
    return {need.key: need.reason for need in students_in_need(record)}


GOOD = [student(f"good{n}", marks=marks(2, 1)) for n in range(5)]


def test_who_has_solved_nothing_needs_help():
    assert needs(*GOOD, student("weak", marks=marks(0, 1))) == {
        "weak": "has solved nothing: 25 % of the points"
    }


def test_who_has_most_of_the_points_needs_no_help_though_nothing_is_solved():
    assert needs(*GOOD, student("nearly", marks=marks(1, 1))) == {}


def test_who_has_less_than_half_of_the_median_needs_help():
    top = [student(f"top{n}", marks=marks(2, 2, 2)) for n in range(5)]
    record = class_record(
        *top,
        student("behind", marks=marks(2, 0, None)),
        student("half", marks=marks(2, 1, 0)),
        exercises=THREE,
    )

    assert [(need.key, need.reason) for need in students_in_need(record)] == [
        ("behind", "has 33 % of the points; half of the class has 100 % or more")
    ]


def test_who_handed_in_nothing_is_told_last():
    rows = [
        student("away", marks=marks(None, None), has_submitted=False),
        student("weak", marks=marks(0, 0)),
        *GOOD,
    ]

    assert list(needs(*rows)) == ["weak", "away"]


def test_late_penalties_make_nobody_weak():
    late = Lateness(60.0, 1.0)
    both = [
        graded(passed("test_a"), passed("test_b"), slug=slug, points=0.0, late=late)
        for slug in (SCOUTS, DINNER)
    ]

    assert needs(*GOOD, student("late", marks=both)) == {}


def test_our_failure_makes_nobody_weak():
    assert (
        needs(*GOOD, student("unlucky", marks=[without_verdict("error", slug) for slug in (SCOUTS, DINNER)]))
        == {}
    )


def test_a_mark_by_hand_counts_as_it_was_set():
    by_hand = [
        graded(failed("test_a"), failed(), slug=slug, points=10.0, override=Override(10.0, "shown in class"))
        for slug in (SCOUTS, DINNER)
    ]

    assert needs(*GOOD, student("shown", marks=by_hand)) == {}


def test_the_class_is_summed_up_by_those_who_handed_in():
    rows = [
        student("a", marks=marks(2, 2)),
        student("b", marks=marks(1, 0)),
        student("c", marks=marks(None, None)),
    ]

    figures = class_figures(class_record(*rows, exercises=TWO))

    assert (figures.students, figures.handed_in, figures.solved_all) == (3, 2, 1)
    assert (figures.mean, figures.median) == (0.625, 0.625)
    assert figures.histogram == (0, 0, 1, 0, 0, 0, 0, 0, 0, 1)


def test_a_class_of_nobody_has_no_mean():
    figures = class_figures(class_record())

    assert (figures.students, figures.mean, figures.median, figures.needs) == (0, None, None, ())


def test_marks_that_wait_for_a_person_are_counted_until_one_is_set_by_hand():
    by_hand = without_verdict("unclear", points=3.0, override=Override(3.0, "b.py counts"))
    rows = [
        student("a", marks=[by_hand]),
        student("b", marks=[without_verdict("unclear")]),
        student("c", marks=[without_verdict("error")]),
    ]

    figures = class_figures(class_record(*rows))

    assert (figures.unclear, figures.errors, figures.overridden) == (1, 1, 1)
