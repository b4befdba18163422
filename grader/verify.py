"""The author's proof that the exercises are fair.

For every exercise: the stub earns nothing and says what to do; the solution and each right one earn
everything; every wrong one loses points, and nothing but itself looks like it; every test fails for at least
one wrong one, or says that it is a baseline. With `record`, what this run has seen is written beside the
hidden tests.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from grader import recording
from grader.bulk.executors import processes
from grader.catalog import Catalog, Declaration, Exercise, load_catalog, read_declarations
from grader.desk.stubs import lines_of
from grader.judge.plugin import Report, Source
from grader.judge.session import judge
from grader.judge.workers import Workers, default_workers
from grader.misconception import Fingerprint, alike, common, recognise
from grader.practice import fingerprint
from grader.recording import Misconception, Recording, name_of
from grader.verdict import Expected

# Added to a wrong solution for its second run: it draws other values, since they are seeded by the source.
OTHER_SEED = b"\n# drawn anew\n"

BLANK = "FILL IN"  # in the files of a new exercise: where the author's own words belong


@dataclass(frozen=True)
class Proof:
    """What was found out about one exercise. It is fair if there are no `problems`."""

    exercise: Exercise
    right: int  # solutions that earn everything, the reference included
    wrong: int  # wrong solutions that lose points
    problems: tuple[str, ...]


@dataclass
class _Seen:
    """The reports of one exercise, by file; of wrong solutions, also with other drawn values."""

    reports: dict[Path, list[Report]] = field(default_factory=dict)
    again: dict[Path, list[Report]] = field(default_factory=dict)


def verify(
    catalog: Catalog,
    exercises: Sequence[Exercise],
    workers: Workers,
    *,
    record: bool = False,
    speed: float | None = None,
) -> list[Proof]:
    """Prove each of `exercises`. `speed`: see `practice.check`. Raises judge.JudgeFailed."""
    seen = {exercise.slug: _Seen() for exercise in exercises}
    sources, places = [], []
    for exercise in exercises:
        for path in (exercise.stub, exercise.solution, *exercise.right, *exercise.wrong):
            if path.is_file():
                sources.append(Source(exercise.slug, path.read_bytes(), path.name))
                places.append((seen[exercise.slug].reports, path))
        for path in exercise.wrong:
            sources.append(Source(exercise.slug, path.read_bytes() + OTHER_SEED, path.name))
            places.append((seen[exercise.slug].again, path))
    waiting = iter(places)

    def collect(_source: Source, reports: list[Report]) -> None:
        table, path = next(waiting)
        table[path] = reports
        for report in reports:
            report.records.calls.clear()  # of a wrong solution that never stops these are many

    judge(catalog.exercises, sources, workers, speed=speed, on_report=collect)
    return [_prove(exercise, seen[exercise.slug], record=record) for exercise in exercises]


def verify_side_by_side(
    catalog: Catalog,
    exercises: Sequence[Exercise],
    jobs: int,
    *,
    record: bool = False,
    speed: float | None = None,
) -> list[Proof]:
    """The same, in so many processes. Raises judge.JudgeFailed."""
    prove = functools.partial(_prove_alone, str(catalog.root), record=record, speed=speed)
    with processes(jobs) as crew:
        return list(crew.executor.map(prove, [exercise.slug for exercise in exercises]))


def _prove_alone(root: str, slug: str, *, record: bool, speed: float | None) -> Proof:
    catalog = load_catalog(Path(root))
    (proof,) = verify(catalog, catalog.find(slug), _warm_workers(), record=record, speed=speed)
    return proof


@functools.cache
def _warm_workers() -> Workers:
    """Those of this process; they end with it."""
    return default_workers()


def _prove(exercise: Exercise, seen: _Seen, *, record: bool) -> Proof:
    problems = [
        *_missing_files(exercise),
        *_blanks(exercise),
        *_broken_tests(exercise, seen),
        *_stub_problems(seen.reports.get(exercise.stub, [])),
    ]
    right = [path for path in (exercise.solution, *exercise.right) if path.is_file()]
    for path in right:
        problems += [
            f"{exercise.shown(path)} fails {_told(report)}" for report in _failed(seen.reports[path])
        ]
    fingerprints = _fingerprints(exercise, seen, problems)
    problems += [f"nothing tells {one} from {other}" for one, other in alike(fingerprints)]
    problems += _unfailed_tests(exercise, seen)
    recorded = _recording(exercise, seen, fingerprints)
    if record and not problems:
        exercise.recorded.write_bytes(recording.encode(recorded))
    problems += _recording_problems(exercise, seen, recorded)
    wrong = sum(bool(_failed(seen.reports[path])) for path in exercise.wrong)
    return Proof(exercise, sum(not _failed(seen.reports[path]) for path in right), wrong, tuple(problems))


def _missing_files(exercise: Exercise) -> list[str]:
    wanted = [exercise.stub, exercise.solution, exercise.lesson]
    problems = [f"{exercise.shown(path)} is missing" for path in wanted if not path.is_file()]
    if len(exercise.right) < 2:
        problems.append(
            f"{exercise.shown(exercise.tests / 'right')} wants at least two other correct solutions"
        )
    if len(exercise.wrong) < 4:
        problems.append(f"{exercise.shown(exercise.tests / 'wrong')} wants at least four wrong solutions")
    undocumented = [
        path for path in exercise.wrong if not recording.explanation(path.read_text(encoding="utf-8"))
    ]
    return problems + [f"{exercise.shown(path)} has no docstring to tell a student" for path in undocumented]


def _blanks(exercise: Exercise) -> Iterator[str]:
    files = [exercise.lesson, exercise.settings, exercise.stub, exercise.solution]
    for path in [*files, *sorted(exercise.tests.glob("*.py")), *exercise.right, *exercise.wrong]:
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        blanks = [str(number) for number, line in enumerate(lines, 1) if BLANK in line]
        if blanks:
            yield f"{exercise.shown(path)} has blanks to {BLANK.lower()}: line {', '.join(blanks)}"


def _broken_tests(exercise: Exercise, seen: _Seen) -> list[str]:
    reports = [
        report for table in (seen.reports, seen.again) for reports in table.values() for report in reports
    ]
    broken = {f"{r.verdict.name}: {r.verdict.message}" for r in reports if r.verdict.status == "error"}
    return sorted(broken) if reports else [f"{exercise.shown(exercise.tests)} holds no test"]


def _stub_problems(reports: Sequence[Report]) -> list[str]:
    problems = [f"the stub passes {report.verdict.name}" for report in reports if report.verdict.points]
    if reports and not any(report.verdict.reason == "not-implemented" for report in reports):
        problems.append(
            "the stub does not say that it is still to be written: let it raise NotImplementedError"
        )
    return problems


def _fingerprints(exercise: Exercise, seen: _Seen, problems: list[str]) -> dict[str, Fingerprint]:
    found = {}
    for path in exercise.wrong:
        if not _failed(seen.reports[path]):
            problems.append(f"{exercise.shown(path)} loses no point")
            continue
        own = common(fingerprint(seen.reports[path]), fingerprint(seen.again[path]))
        if own is None:
            problems.append(f"{exercise.shown(path)} fails other tests when other values are drawn")
        else:
            found[name_of(path)] = own
    return found


def _unfailed_tests(exercise: Exercise, seen: _Seen) -> list[str]:
    failed = {report.verdict.name for path in exercise.wrong for report in _failed(seen.reports[path])}
    problems = []
    for report in seen.reports.get(exercise.solution, []):
        name = report.verdict.name
        if name not in failed and not report.is_baseline:
            problems.append(f"no wrong solution fails {name}, and it is not marked as a baseline")
        if name in failed and report.is_baseline:
            problems.append(f"{name} is marked as a baseline, and a wrong solution fails it")
    return problems


def _declared(exercise: Exercise) -> dict[str, Declaration]:
    try:
        return read_declarations(exercise.stub.read_text(encoding="utf-8"))
    except (OSError, ValueError, SyntaxError):  # its reports have said so
        return {}


def _recording(exercise: Exercise, seen: _Seen, fingerprints: dict[str, Fingerprint]) -> Recording:
    reports = seen.reports.get(exercise.solution, [])
    return Recording(
        declared=_declared(exercise),
        expected={r.verdict.name: Expected(r.verdict.virtual_seconds, r.verdict.timeline) for r in reports},
        misconceptions={
            name_of(path): Misconception(
                recording.explanation(path.read_text(encoding="utf-8")), fingerprints[name_of(path)]
            )
            for path in exercise.wrong
            if name_of(path) in fingerprints
        },
        stub=lines_of(exercise.stub) or (),
    )


def _recording_problems(exercise: Exercise, seen: _Seen, recorded: Recording) -> list[str]:
    """What a check would compare with must still be true, on this Python too."""
    kept = recording.read(exercise.recorded)
    known = {name: misconception.fingerprint for name, misconception in kept.misconceptions.items()}
    stale = f"{exercise.shown(exercise.recorded)} is out of date; write it anew: nox -s verify -- --record"
    if (kept.stub, kept.declared, kept.expected) != (recorded.stub, recorded.declared, recorded.expected):
        return [stale]
    told = {name: misconception.explanation for name, misconception in kept.misconceptions.items()}
    if told != {name: misconception.explanation for name, misconception in recorded.misconceptions.items()}:
        return [stale]
    problems = []
    for path in exercise.wrong:
        for reports in (seen.reports[path], seen.again[path]):
            recognised = recognise(fingerprint(reports), known)
            if recognised != name_of(path):
                problems.append(
                    f"{exercise.shown(path)} is taken for {recognised or 'no known misconception'}. {stale}"
                )
                break
    return problems


def _failed(reports: Sequence[Report]) -> list[Report]:
    return [report for report in reports if report.verdict.status != "passed"]


def _told(report: Report) -> str:
    return f"{report.verdict.name}: {report.verdict.message}"
