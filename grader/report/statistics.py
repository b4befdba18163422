"""What the marks of a class say, in numbers: how it did, which exercise and which test is hard, and who needs help.

Exercises and tests are looked at as classical test theory looks at items. All of it rests on what the grader found,
before late penalties and overrides, since a penalty says nothing about an exercise:

- *Difficulty* is the mean share of points of those who were graded: 0.0 is hard, 1.0 is easy (the "p value").
- *Discrimination* is the correlation of an item's points with all other points of the same student, without the item
  itself (the corrected item-total correlation: S. Henrysson, Correction of item-total correlations in item analysis,
  Psychometrika 28, 1963, 211-218). Where an item is right or wrong this is the point-biserial correlation. It uses all
  students, and not the upper and lower 27 % alone; Moodle's quiz statistics define it in the same way.

What is not handed in has no points in "all other points". What has no mark (unclear, or our failure) does not count.
"""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from grader.classroom import ClassRecord, ExerciseInfo, Mark, StudentRecord, TestInfo
from grader.report.phrases import percent
from grader.verdict import Reason, TestVerdict

FEWEST_STUDENTS = 10  # a correlation of fewer says nothing
BINS = 10  # of the histogram
HALF = 0.5

_CRUMB = 1e-12  # differences below this are those of floats

_Points = tuple[float, float]  # reached, and at most


class TestFigures(msgspec.Struct, frozen=True):
    """How one hidden test went in the class."""

    __test__ = False  # for pytest: this is no test

    name: str
    title: str
    passed: int  # students
    graded: int  # students
    discrimination: float | None  # -1.0 to 1.0; None where it cannot be known
    reasons: tuple[tuple[Reason, int], ...]  # why it failed, the most frequent first

    @property
    def difficulty(self) -> float | None:
        """The share of the graded students who passed; None without any."""
        return self.passed / self.graded if self.graded else None


class ExerciseFigures(msgspec.Struct, frozen=True):
    """How one exercise went in the class. All counts are of students."""

    slug: str
    graded: int
    solved: int
    partly: int
    unsolved: int
    missing: int
    unclear: int
    errors: int
    difficulty: float | None  # mean share of points, 0.0 (hard) to 1.0 (easy); None where nobody was graded
    discrimination: float | None  # -1.0 to 1.0; None where it cannot be known
    tests: tuple[TestFigures, ...]


class Met(msgspec.Struct, frozen=True):
    """A misconception that was met: where, how often, and what the author tells about it."""

    slug: str
    name: str
    students: int
    graded: int  # students graded in this exercise
    explanation: str


class Need(msgspec.Struct, frozen=True):
    """A student who needs help, and the reason in words."""

    key: str
    share: float | None  # of points, before late penalties; None where nothing was graded
    reason: str


class ClassFigures(msgspec.Struct, frozen=True):
    """The class in numbers. Shares are of the points that count: after late penalties and overrides."""

    students: int
    handed_in: int  # students with at least one file, or one mark by hand
    solved_all: int  # students
    mean: float | None  # share of points, of those who handed in; None without any
    median: float | None
    histogram: tuple[int, ...]  # students by share: 0 to under 10 %, ... 90 to 100 %
    exercises: tuple[ExerciseFigures, ...]
    met: tuple[Met, ...]  # the most frequent first
    needs: tuple[Need, ...]  # the weakest first
    errors: int  # marks that are missing because of us
    unclear: int  # marks that wait for a person
    late: int  # marks
    overridden: int  # marks


def class_figures(record: ClassRecord) -> ClassFigures:
    """All figures of a class."""
    active = [student for student in record.students if _has_handed_in(student)]
    shares = [student.points / student.max_points for student in active if student.max_points]
    marks = [mark for student in record.students for mark in student.marks]
    return ClassFigures(
        students=len(record.students),
        handed_in=len(active),
        solved_all=sum(all(_is_solved(mark) for mark in student.marks) for student in active),
        mean=statistics.fmean(shares) if shares else None,
        median=statistics.median(shares) if shares else None,
        histogram=_histogram(shares),
        exercises=exercise_figures(record),
        met=misconceptions_met(record),
        needs=students_in_need(record),
        errors=sum(mark.state == "error" and mark.override is None for mark in marks),
        unclear=sum(mark.state == "unclear" and mark.override is None for mark in marks),
        late=sum(mark.late is not None for mark in marks),
        overridden=sum(mark.override is not None for mark in marks),
    )


def exercise_figures(record: ClassRecord) -> tuple[ExerciseFigures, ...]:
    """How each exercise and each of its tests went, in the order of the class."""
    totals = [_total(student) for student in record.students]
    return tuple(
        _exercise(info, [student.marks[place] for student in record.students], totals)
        for place, info in enumerate(record.exercises)
    )


def misconceptions_met(record: ClassRecord) -> tuple[Met, ...]:
    """The misconceptions of the class, the most frequent first, then in the order of the exercises."""
    found: list[Met] = []
    for place, info in enumerate(record.exercises):
        marks = [
            student.marks[place] for student in record.students if student.marks[place].state == "graded"
        ]
        names = Counter(
            mark.verdict.misconception for mark in marks if mark.verdict and mark.verdict.misconception
        )
        found += [
            Met(info.slug, name, students, len(marks), info.explanations.get(name, ""))
            for name, students in sorted(names.items())
        ]
    return tuple(sorted(found, key=lambda met: -met.students))


def students_in_need(record: ClassRecord) -> tuple[Need, ...]:
    """Who needs help, the weakest first: the first of these rules that holds.

    1. Nothing was handed in.
    2. No exercise is solved, and less than half of the points are reached.
    3. Less than half of the class's median share of points is reached.

    Points here are those before late penalties: being late is no lack of understanding. A mark that was set by hand
    counts as it was set; what has no mark (unclear, or our failure) does not count.
    """
    shares = {student.student.key: _share(student) for student in record.students}
    known = [
        share
        for student in record.students
        if _has_handed_in(student) and (share := shares[student.student.key]) is not None
    ]
    median = statistics.median(known) if known else 0.0
    needs = []
    for student in record.students:
        share = shares[student.student.key]
        if reason := _reason_for_help(student, share, median):
            needs.append(Need(student.student.key, share, reason))
    # Who handed in nothing comes last: nothing in the class can help there, a message can.
    return tuple(sorted(needs, key=lambda need: (need.reason == _NOTHING_CAME, need.share or 0.0)))


_NOTHING_CAME = "has handed in nothing"


def _reason_for_help(student: StudentRecord, share: float | None, median: float) -> str | None:
    if not _has_handed_in(student):
        return _NOTHING_CAME
    if share is None:
        return None
    own, others = percent(round(share, 2)), percent(round(median, 2))
    if share < HALF and not any(_is_solved(mark) for mark in student.marks):
        return f"has solved nothing: {own} of the points"
    if share < median * HALF:
        return f"has {own} of the points; half of the class has {others} or more"
    return None


def _exercise(info: ExerciseInfo, marks: Sequence[Mark], totals: Sequence[_Points]) -> ExerciseFigures:
    graded = [(mark, total) for mark, total in zip(marks, totals, strict=True) if mark.state == "graded"]
    states = Counter(mark.state for mark in marks)
    statuses = Counter(mark.verdict.status if mark.verdict else "unsolved" for mark, _ in graded)
    shares = [_found(mark) / mark.max_points for mark, _ in graded if mark.max_points]
    tests: dict[str, list[tuple[TestVerdict, _Points]]] = defaultdict(list)
    for mark, total in graded:
        for test in mark.verdict.tests if mark.verdict else ():
            if test.status != "error":
                tests[test.name].append((test, total))
    return ExerciseFigures(
        slug=info.slug,
        graded=len(graded),
        solved=statuses["solved"],
        partly=statuses["partly"],
        unsolved=statuses["unsolved"],
        missing=states["missing"],
        unclear=states["unclear"],
        errors=states["error"],
        difficulty=statistics.fmean(shares) if shares else None,
        discrimination=_discrimination([(_found(mark), mark.max_points, total) for mark, total in graded]),
        tests=tuple(_test(test, tests[test.name]) for test in info.tests),
    )


def _test(info: TestInfo, met: Sequence[tuple[TestVerdict, _Points]]) -> TestFigures:
    reasons = Counter(test.reason for test, _ in met if test.reason is not None)
    return TestFigures(
        name=info.name,
        title=info.title,
        passed=sum(test.status == "passed" for test, _ in met),
        graded=len(met),
        discrimination=_discrimination([(_passed(test), test.max_points, total) for test, total in met]),
        reasons=tuple(reasons.most_common()),
    )


def _passed(test: TestVerdict) -> float:
    return float(test.max_points if test.status == "passed" else 0)


def _discrimination(items: Sequence[tuple[float, float, _Points]]) -> float | None:
    """The corrected item-total correlation. Each item: its points, their maximum, and the student's (points, maximum)
    over everything, the item included."""
    pairs = [
        (points, (total - points) / (highest - most))
        for points, most, (total, highest) in items
        if highest > most
    ]
    if len(pairs) < FEWEST_STUDENTS:
        return None
    own, rest = zip(*pairs, strict=True)
    if _is_constant(own) or _is_constant(rest):
        return None  # where all are alike there is nothing to tell apart
    return statistics.correlation(own, rest)


def _is_constant(values: Sequence[float]) -> bool:
    return max(values) - min(values) < _CRUMB


def _total(student: StudentRecord) -> _Points:
    """What the grader found for a student, over all exercises that count: points, and their maximum."""
    counted = [mark for mark in student.marks if mark.state in {"graded", "missing"}]
    return sum(_found(mark) for mark in counted), sum(mark.max_points for mark in counted)


def _found(mark: Mark) -> float:
    return float(mark.verdict.points) if mark.verdict else 0.0


def _share(student: StudentRecord) -> float | None:
    """The share of points before late penalties, marks by hand as they were set."""
    pairs = list(_points_before_penalties(student))
    highest = sum(most for _, most in pairs)
    return sum(points for points, _ in pairs) / highest if highest else None


def _points_before_penalties(student: StudentRecord) -> Iterator[_Points]:
    for mark in student.marks:
        if mark.override is not None:
            yield mark.override.points, mark.max_points
        elif mark.state in {"graded", "missing"}:
            yield _found(mark), mark.max_points


def _is_solved(mark: Mark) -> bool:
    if mark.override is not None:
        return mark.override.points >= mark.max_points
    return mark.verdict is not None and mark.verdict.status == "solved"


def _has_handed_in(student: StudentRecord) -> bool:
    return any(mark.state != "missing" or mark.override is not None for mark in student.marks)


def _histogram(shares: Sequence[float]) -> tuple[int, ...]:
    counts = Counter(min(max(int(share * BINS), 0), BINS - 1) for share in shares)
    return tuple(counts[place] for place in range(BINS))
