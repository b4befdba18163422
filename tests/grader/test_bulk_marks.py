"""Who handed in what, and what was found: the marks."""

from datetime import UTC, datetime, timedelta
from types import MappingProxyType

import msgspec
import pytest

from grader.bulk.deadline import NO_TERMS, Terms, read_penalty
from grader.bulk.intake.submissions import HandedIn, Intake, Submission
from grader.bulk.marks import Found, class_record, found
from grader.bulk.store import EMPTY, Kept
from grader.classroom import ExerciseInfo, Override, Problem, Student
from grader.verdict import ExerciseVerdict, Isolation, TestVerdict

DUE = datetime(2026, 11, 20, 23, 59, tzinfo=UTC)
HIDDEN = '''
@pytest.mark.points(3)
async def test_run(submission):
    """It runs."""
    await submission.run(print)
'''
TERMS = Terms(DUE, read_penalty("10%/day"))
INFO = ExerciseInfo("probe", "1.1", "01_probes", "A probe", 7, ())
ANN, BOB = Student("ann", "Ann"), Student("bob", "Bob")


def a_test(points, status="passed", message=""):
    return TestVerdict("test_one", "One.", status, points, 7, None, message, 0.0, ())


def kept(points, status="partly", *, level=2, python="3.13.0", problem="", test="passed"):
    verdict = ExerciseVerdict("probe", "01_probes", status, points, 7, None, (a_test(points, test),))
    return Kept(verdict, Isolation(level, ("process",)), python, problem)


COLUMN = Found(
    INFO,
    MappingProxyType({
        EMPTY: kept(0, "unsolved"),
        "d7": kept(7, "solved"),
        "d5": kept(5),
        "open": kept(5, level=0, python="3.13.1"),
        "broken": kept(0, "error", problem="it broke", test="error"),
    }),
)  # fmt: skip


def intake(*files, student=ANN, missing=(), problems=()):
    return Intake("a folder a student", (Submission(student, files),), missing, problems)


def record(*files, terms=NO_TERMS, overrides=MappingProxyType({}), **options):
    return class_record(intake(*files, **options), [COLUMN], terms, overrides)


def mark(*files, **options):
    return record(*files, **options).students[0].marks[0]


def test_a_mark_holds_what_was_found_and_where_it_came_from():
    file = HandedIn("probe", "ann/probe.py", "d5", submitted=DUE)

    one = mark(file)

    assert (one.state, one.points, one.max_points) == ("graded", 5.0, 7)
    assert (one.path, one.digest, one.submitted) == ("ann/probe.py", "d5", "2026-11-20T23:59:00Z")
    assert one.verdict == COLUMN.verdicts["d5"].verdict


def test_what_was_not_handed_in_is_missing():
    assert (mark().state, mark().points, mark().max_points) == ("missing", 0.0, 7)


def test_what_is_unclear_has_no_points_and_says_why():
    one = mark(HandedIn("probe", "ann", EMPTY, "a.py or b.py", is_unclear=True))

    assert (one.state, one.points, one.problem, one.digest) == ("unclear", 0.0, "a.py or b.py", "")


def test_our_failure_has_no_points_and_says_why():
    one = mark(HandedIn("probe", "p.py", "broken"))

    assert (one.state, one.points, one.problem) == ("error", 0.0, "it broke")


def test_a_file_that_cannot_be_run_earns_nothing_and_every_test_says_why():
    one = mark(HandedIn("probe", "p.py", EMPTY, "p.py is larger than 512 kB."))

    assert (one.state, one.points, one.verdict.status) == ("graded", 0.0, "unsolved")
    assert [(test.reason, test.message) for test in one.verdict.tests] == [
        ("load", "p.py is larger than 512 kB.")
    ]


@pytest.mark.parametrize(
    ("days", "points"), [(0, 5.0), (1, 4.5), (2, 4.0), (3, 3.5), (9, 0.5), (10, 0.0), (99, 0.0)]
)
def test_lateness_takes_its_part(days, points):
    assert (
        mark(HandedIn("probe", "p.py", "d5", submitted=DUE + timedelta(days=days)), terms=TERMS).points
        == points
    )


def test_points_are_rounded_to_two_places_with_halves_up():
    terms = Terms(DUE, read_penalty("0.5%/day"))
    late = HandedIn("probe", "p.py", "d7", submitted=DUE + timedelta(days=1))

    assert mark(late, terms=terms).points == 6.97  # 6.965


def test_a_mark_set_by_hand_counts_without_a_penalty():
    late = HandedIn("probe", "p.py", "d5", submitted=DUE + timedelta(days=1))
    override = Override(6.5, "told me")

    one = mark(late, terms=TERMS, overrides={("ann", "probe"): override})

    assert (one.points, one.override, one.late.penalty, one.state) == (6.5, override, 0.1, "graded")


def test_a_mark_set_by_hand_counts_for_what_is_missing_too():
    one = mark(overrides={("ann", "probe"): Override(3, "on paper")})

    assert (one.state, one.points) == ("missing", 3.0)


def test_a_students_points_are_the_sum_of_the_rounded_marks():
    terms = Terms(DUE, read_penalty("0.5%/day"))
    late = HandedIn("probe", "p.py", "d7", submitted=DUE + timedelta(days=1))
    row = class_record(intake(late), [COLUMN, COLUMN], terms, {}).students[0]

    assert (row.points, row.max_points) == (13.94, 14)


def test_who_is_missing_has_a_row_among_the_others():
    rows = record(HandedIn("probe", "p.py", "d5"), student=BOB, missing=(ANN,)).students

    assert [(row.student.key, row.has_submitted, row.points) for row in rows] == [
        ("ann", False, 0.0),
        ("bob", True, 5.0),
    ]


def test_the_isolation_of_a_class_is_the_lowest_that_a_mark_relies_on():
    assert record(HandedIn("probe", "p.py", "d5")).isolation.level == 2
    assert record(HandedIn("probe", "p.py", "open")).isolation.level == 0


def test_each_python_that_a_mark_relies_on_is_named():
    assert record(HandedIn("probe", "p.py", "open")).python == "3.13.0, 3.13.1"


def test_problems_of_the_intake_and_others_are_kept():
    first, second = Problem("a.txt", "no Python"), Problem("overrides.csv", "nobody")
    problems = class_record(intake(problems=(first,)), [COLUMN], NO_TERMS, {}, [second]).problems

    assert problems == (first, second)


def test_what_the_tests_of_an_exercise_are_is_known_from_an_empty_file(kit):
    kit.add(
        HIDDEN,
    )
    (exercise,) = kit.catalog.exercises
    verdict = kit.check_file(b"")

    info = found(exercise, {EMPTY: Kept(verdict, Isolation(2, ()), "3.13.0")}).info

    assert [(test.name, test.title, test.max_points) for test in info.tests] == [("test_run", "It runs.", 3)]
    assert (info.max_points, info.slug, info.number, info.title) == (3, "probe", "1.1", "a probe")


def test_a_file_that_cannot_be_run_is_judged_as_check_does_it(kit, tmp_path):
    kit.add(HIDDEN)
    (exercise,) = kit.catalog.exercises
    large = kit.check_file(b"#" * 600_000)
    empty = Kept(kit.check_file(b""), Isolation(2, ()), "3.13.0")

    said = large.tests[0].message
    verdict = found(exercise, {EMPTY: empty}).verdict(HandedIn("probe", "p.py", EMPTY, said)).verdict

    assert msgspec.json.encode(verdict) == msgspec.json.encode(large)
