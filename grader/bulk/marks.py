"""Who handed in what, and what was found: together they are the record of the class.

Points are rounded to two places, halves up, once for each exercise: after the penalty for lateness. The sum of a
student is the sum of these rounded points. A mark that is set by hand is what counts, without any penalty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from msgspec.structs import replace

from grader import __version__, recording
from grader.bulk.deadline import Terms
from grader.bulk.intake.submissions import HandedIn, Intake, Submission
from grader.bulk.store import EMPTY, Kept
from grader.catalog import Exercise
from grader.classroom import (
    SCHEMA,
    ClassRecord,
    ExerciseInfo,
    Mark,
    Override,
    Problem,
    StudentRecord,
    TestInfo,
)
from grader.verdict import ExerciseVerdict

Overrides = Mapping[tuple[str, str], Override]  # by (key of the student, slug)


@dataclass(frozen=True)
class Found:
    """What is known of one exercise: its column, and the verdicts by the digests of the files."""

    info: ExerciseInfo
    verdicts: Mapping[str, Kept]

    def verdict(self, file: HandedIn) -> Kept:
        """What was found out about a file."""
        kept = self.verdicts[file.digest]
        return replace(kept, verdict=_not_run(kept.verdict, file.problem)) if file.problem else kept


def found(exercise: Exercise, verdicts: Mapping[str, Kept]) -> Found:
    """What is known of an exercise. What its hidden tests are called and worth is what they say of an empty file, so
    that it is known for a class in which nobody has handed in as well. Raises recording.Unreadable."""
    recorded = recording.read(exercise.recorded)
    tests = verdicts[EMPTY].verdict.tests
    info = ExerciseInfo(
        slug=exercise.slug,
        number=exercise.number,
        chapter=exercise.chapter,
        title=exercise.title,
        max_points=sum(test.max_points for test in tests),
        tests=tuple(
            TestInfo(test.name, test.title, test.max_points, recorded.expected.get(test.name))
            for test in tests
        ),
        explanations={name: wrong.explanation for name, wrong in recorded.misconceptions.items()},
    )
    return Found(info, verdicts)


def class_record(
    intake: Intake,
    exercises: Sequence[Found],
    terms: Terms,
    overrides: Overrides,
    problems: Iterable[Problem] = (),
) -> ClassRecord:
    """The class, graded. `problems` are further ones than those of the intake."""
    nothing = [Submission(student, ()) for student in intake.missing]
    rows = [_row(one, exercises, terms, overrides, has_submitted=True) for one in intake.submissions]
    rows += [_row(one, exercises, terms, overrides, has_submitted=False) for one in nothing]
    kept = list(_relied_on(rows, exercises))
    return ClassRecord(
        schema=SCHEMA,
        kit=__version__,
        python=", ".join(sorted({one.python for one in kept})),
        isolation=min((one.isolation for one in kept), key=lambda isolation: isolation.level),
        layout=intake.layout,
        exercises=tuple(exercise.info for exercise in exercises),
        students=tuple(sorted(rows, key=lambda row: (row.student.name, row.student.key))),
        problems=(*intake.problems, *problems),
    )


def rounded(points: Decimal) -> float:
    """Two places, halves up."""
    return float(points.quantize(Decimal("0.01"), ROUND_HALF_UP))


def _row(
    submission: Submission,
    exercises: Sequence[Found],
    terms: Terms,
    overrides: Overrides,
    *,
    has_submitted: bool,
) -> StudentRecord:
    files = {file.slug: file for file in submission.files}
    marks = []
    for exercise in exercises:
        mark = _mark(exercise, files.get(exercise.info.slug), terms)
        override = overrides.get((submission.student.key, mark.slug))
        if override is not None:
            mark = replace(mark, points=rounded(Decimal(str(override.points))), override=override)
        marks.append(mark)
    return StudentRecord(
        student=submission.student,
        marks=tuple(marks),
        points=rounded(sum((Decimal(str(mark.points)) for mark in marks), Decimal(0))),
        max_points=sum(mark.max_points for mark in marks),
        problems=submission.problems,
        has_submitted=has_submitted,
    )


def _mark(exercise: Found, file: HandedIn | None, terms: Terms) -> Mark:
    info = exercise.info
    if file is None:
        return Mark(info.slug, "missing", 0.0, info.max_points)
    mark = Mark(
        slug=info.slug,
        state="unclear",
        points=0.0,
        max_points=info.max_points,
        path=file.path,
        problem=file.problem,
        submitted=file.submitted.isoformat().replace("+00:00", "Z") if file.submitted is not None else "",
        late=terms.lateness(file.submitted, is_marked_late=file.is_marked_late),
    )
    if file.is_unclear:
        return mark
    kept = exercise.verdict(file)
    if kept.problem:
        return replace(mark, state="error", digest=file.digest, problem=kept.problem, verdict=kept.verdict)
    taken = mark.late.penalty if mark.late is not None else 0.0
    points = rounded(kept.verdict.points * (1 - Decimal(str(taken))))
    return replace(mark, state="graded", points=points, digest=file.digest, verdict=kept.verdict)


def _not_run(verdict: ExerciseVerdict, problem: str) -> ExerciseVerdict:
    """What the judge would say of a file that nobody could read: what it says of an empty one, with another reason."""
    if verdict.status == "error":
        return verdict
    tests = tuple(
        replace(
            test, status="failed", points=0, reason="load", message=problem, virtual_seconds=0.0, timeline=()
        )
        for test in verdict.tests
    )
    return replace(verdict, status="unsolved", points=0, misconception=None, tests=tests)


def _relied_on(rows: Iterable[StudentRecord], exercises: Sequence[Found]) -> Iterator[Kept]:
    """The verdicts that the marks come from, and those that tell what the tests are."""
    yield from (exercise.verdicts[EMPTY] for exercise in exercises)
    for row in rows:
        for exercise, mark in zip(exercises, row.marks, strict=True):
            if mark.state == "graded":
                yield exercise.verdicts[mark.digest]
