"""One check of one student's exercises: what `nox -s check` shows and `--json` prints."""

from __future__ import annotations

import stat
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from grader import __version__, recording, score
from grader.catalog import Catalog, Exercise
from grader.evidence import Evidence
from grader.judge.plugin import Report, Source, UnderWay
from grader.judge.session import judge
from grader.judge.workers import Workers
from grader.misconception import Fingerprint, recognise, symptom
from grader.report.printed import Printed
from grader.verdict import ExerciseVerdict, Expected, Result, TestVerdict

MAX_SOURCE = 512 * 1024  # bytes of a submission's file


class Unusable(Exception):
    """There is nothing to check under a path that was asked for."""


@dataclass(frozen=True)
class Check:
    """The result, and what a report shows beside it: all by (slug, test name), or (slug, misconception)."""

    result: Result
    expected: Mapping[tuple[str, str], Expected]
    explanations: Mapping[tuple[str, str], str]
    output: Mapping[tuple[str, str], Printed]
    evidence: Mapping[tuple[str, str], Evidence]


@dataclass
class _Collected:
    verdicts: dict[str, ExerciseVerdict] = field(default_factory=dict)
    expected: dict[tuple[str, str], Expected] = field(default_factory=dict)
    explanations: dict[tuple[str, str], str] = field(default_factory=dict)
    output: dict[tuple[str, str], Printed] = field(default_factory=dict)
    evidence: dict[tuple[str, str], Evidence] = field(default_factory=dict)


def check(
    catalog: Catalog,
    exercises: Sequence[Exercise],
    workers: Workers,
    *,
    file: Path | None = None,
    speed: float | None = None,
    show: Callable[[UnderWay, float], None] | None = None,
    notes: Sequence[str] = (),
) -> Check:
    """Check the stubs of `exercises`, or `file` as the one exercise.

    `speed`: virtual seconds for each real one; None takes no real time. `show` sees each test while its time passes
    (see `judge`). `notes`: what the result says of the run.
    Raises Unusable, recording.Unreadable and judge.JudgeFailed.
    """
    collected = _Collected()
    recorded = {exercise.slug: recording.read(exercise.recorded) for exercise in exercises}
    sources = []
    for exercise in exercises:
        path = file or exercise.stub
        shown = str(path) if file is not None else exercise.shown(path)
        try:
            source, problem = _read(path, shown)
        except Unusable as error:
            if file is not None:
                raise
            source, problem = b"", str(error)
        sources.append(Source(exercise.slug, source, shown, problem))

    def collect(source: Source, reports: list[Report]) -> None:
        exercise = next(exercise for exercise in exercises if exercise.slug == source.slug)
        _collect(collected, exercise, recorded[source.slug], reports)

    judge(catalog.exercises, sources, workers, speed=speed, show=show, on_report=collect)
    result = score.result(
        [collected.verdicts[exercise.slug] for exercise in exercises], __version__, workers.isolation, notes
    )
    return Check(result, collected.expected, collected.explanations, collected.output, collected.evidence)


def look_into(
    catalog: Catalog,
    exercise: Exercise,
    workers: Workers,
    *,
    file: Path,
    only: str = "",
    until_failed: bool = False,
    patient: bool = False,
) -> list[Report]:
    """What the tests of one exercise say of `file`, as it is: without marks, and nothing is recognised.

    `only` the test with this name; `until_failed`: up to the first that fails; `patient`: as long as it takes.
    Raises Unusable and judge.JudgeFailed.
    """
    found: list[Report] = []
    source, problem = _read(file, str(file))
    # With its whole path, debuggers and editors find it.
    submission = Source(exercise.slug, source, str(file.resolve()), problem, only)
    judge(
        catalog.exercises,
        [submission],
        workers,
        until_failed=until_failed,
        patient=patient,
        on_report=lambda _, reports: found.extend(reports),
    )
    return found


def fingerprint(reports: Sequence[Report]) -> Fingerprint:
    """What the failed tests have measured."""
    return tuple(
        symptom(report.verdict, trace(report)) for report in reports if report.verdict.status == "failed"
    )


def trace(report: Report) -> dict[str, int]:
    """The counts that tell misconceptions apart."""
    return {**report.records.counts, "made_before": report.records.made_before_the_first_body}


def _collect(
    collected: _Collected, exercise: Exercise, recorded: recording.Recording, reports: Sequence[Report]
) -> None:
    known = {name: misconception.fingerprint for name, misconception in recorded.misconceptions.items()}
    tests: list[TestVerdict] = [report.verdict for report in reports]
    misconception = recognise(fingerprint(reports), known)
    collected.verdicts[exercise.slug] = score.exercise_verdict(
        exercise.slug, exercise.chapter, tests, misconception
    )
    for name, expected in recorded.expected.items():
        collected.expected[exercise.slug, name] = expected
    for name, entry in recorded.misconceptions.items():
        collected.explanations[exercise.slug, name] = entry.explanation
    for report in reports:
        if report.evidence:
            collected.evidence[exercise.slug, report.verdict.name] = report.evidence
        if report.records.printed:
            pieces = tuple(report.records.printed)
            collected.output[exercise.slug, report.verdict.name] = Printed(
                pieces, report.records.dropped_output
            )


def _read(path: Path, shown: str) -> tuple[bytes, str]:
    """(source, why it cannot be run). Raises Unusable where there is no file of this name that can be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would never end
            raise Unusable(f"{shown} is not a file. A submission is one file of Python source.")
        with path.open("rb") as file:
            source = file.read(MAX_SOURCE + 1)
    except FileNotFoundError:
        raise Unusable(f"{shown} is not there. Was it deleted, renamed or misspelled?") from None
    except OSError as error:
        raise Unusable(
            f"{shown} cannot be read: {error.strerror}. Mend that, or give another path."
        ) from None
    if len(source) > MAX_SOURCE:
        return (
            b"",
            f"{shown} is larger than {MAX_SOURCE // 1024} kB. A submission is one file of Python source.",
        )
    return source, ""
