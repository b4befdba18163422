"""What pytest calls: the fixtures of hidden tests, and the hooks that turn a test's end into a verdict."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import msgspec
import pytest

from grader.catalog import Declaration, Exercise
from grader.evidence import Evidence
from grader.judge.findings import Contained, Finding, comparison, find
from grader.judge.records import Records
from grader.judge.submission import NotLoaded, Submission
from grader.judge.trial import Trial
from grader.judge.witness import Compared, evidence
from grader.judge.workers import Workers
from grader.judge.world import World
from grader.sim.endings import Ending
from grader.sim.limits import Limits
from grader.sim.loop import VirtualLoop
from grader.sim.values import crossed
from grader.verdict import Span, TestVerdict


@dataclass(frozen=True)
class Source:
    """What is to be judged: one file, as the submission for one exercise. `filename` is what its author calls it;
    `problem` says why there is nothing to run; `only` is the name of the one test to be run, else all are."""

    slug: str
    source: bytes
    filename: str
    problem: str = ""
    only: str = ""


@dataclass(frozen=True)
class UnderWay:
    """A test that runs: of which exercise, and what was seen of it so far."""

    slug: str
    name: str
    title: str
    records: Records


@dataclass(frozen=True)
class Report:
    """What came of one test: the verdict, and what was seen."""

    verdict: TestVerdict
    records: Records
    is_baseline: bool  # its author says that no wrong solution fails it
    evidence: Evidence | None = None  # of a failed test


@dataclass
class JudgePlugin:
    """Runs the collected hidden tests for each of `sources`; `reports` holds what came of it, in their order."""

    exercises: Mapping[str, Exercise]
    sources: list[Source]
    workers: Workers
    new_pace: Callable[[UnderWay], Callable[[int], None] | None]
    on_report: Callable[[Source, list[Report]], None]
    until_failed: bool = False  # of a source, no test is run after one that has failed
    problems: list[str] = field(default_factory=list)
    was_interrupted: bool = False
    _hidden_tests: dict[Path, bytes] = field(default_factory=dict)  # the text of each file
    _trial: Trial | None = None
    _problem: str = ""
    _declared: Mapping[str, Declaration] = field(default_factory=dict)
    _seconds: float = 0.0
    _timeline: tuple[Span, ...] = ()
    _compared: Compared | None = None  # by the test that runs, the last time that it did not hold
    _findings: list[Finding] = field(default_factory=list)
    _outcomes: dict[str | None, str] = field(default_factory=dict)  # of the test's phases

    # --- the session

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A hidden test that cannot be collected is our failure."""
        if report.failed:
            self.problems.append(f"{report.nodeid}: {report.longreprtext}")

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """The user has pressed Ctrl-C, or somebody has called pytest.exit."""
        self.was_interrupted |= isinstance(excinfo.value, KeyboardInterrupt)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the tests of its exercise for each source."""
        items: dict[str, list[pytest.Item]] = {slug: [] for slug in self.exercises}
        for item in session.items:
            items[self._slug_of(item.path)].append(item)
        self._hidden_tests = {path: path.read_bytes() for path in {item.path for item in session.items}}
        for source in self.sources:
            wanted = [item for item in items[source.slug] if source.only in ("", item.name)]
            self.on_report(source, list(self._reports(wanted, source)))
        return True

    def _reports(self, items: list[pytest.Item], source: Source) -> Iterator[Report]:
        for item in items:
            report = self._run(item, source)
            yield report
            if self.until_failed and report.verdict.status != "passed":
                return

    def _slug_of(self, path: Path) -> str:
        return next(slug for slug, exercise in self.exercises.items() if exercise.tests == path.parent)

    def _run(self, item: pytest.Item, source: Source) -> Report:
        if self.was_interrupted:  # and the test that ran has made something else of it
            raise KeyboardInterrupt
        exercise = self.exercises[source.slug]
        assert isinstance(item, pytest.Function)
        is_async = _is_async(item)
        self._trial = trial = Trial(
            self.workers,
            item.name,
            source.source,
            source.filename,
            follow=is_async,
            secret=self._hidden_tests[item.path],
            limits=_limits(item),
        )
        trial.lockstep.pace = self.new_pace(UnderWay(source.slug, item.name, _title(item), trial.records))
        self._problem = source.problem
        self._declared = exercise.declared
        self._findings, self._outcomes, self._compared = [], {}, None
        try:
            item.ihook.pytest_runtest_protocol(item=item, nextitem=None)
        finally:
            trial.end()
        verdict = self._verdict(item)
        seen = (
            evidence(self._findings[0], trial.records, self._compared, source.source)
            if verdict.status == "failed"
            else None
        )
        return Report(verdict, trial.records, item.get_closest_marker("baseline") is not None, seen)

    def _verdict(self, item: pytest.Function) -> TestVerdict:
        """A pass is three reports that passed; anything else is a finding, and what is missing is our failure."""
        outcomes = self._outcomes
        points = _points(item)
        finding = self._findings[0] if self._findings else None
        if finding is None and outcomes != {"setup": "passed", "call": "passed", "teardown": "passed"}:
            finding = Finding(None, f"the test did not report as it should: {outcomes}", ours=True)
        if "skipped" in outcomes.values():
            finding = Finding(None, "the test was skipped, or is marked as xfail", ours=True)
        if points is None:
            finding = Finding(None, "the test has no @pytest.mark.points", ours=True)
        return TestVerdict(
            name=item.name,
            title=_title(item),
            status="passed" if finding is None else "error" if finding.ours else "failed",
            points=(points or 0) if finding is None else 0,
            max_points=points or 0,
            reason=finding.reason if finding is not None else None,
            message=finding.message if finding is not None else "",
            virtual_seconds=round(self._seconds, 6),
            timeline=self._timeline,
        )

    # --- one test

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self) -> Generator[None, Any, Any]:
        """Look for what was left behind, once the test's function has returned."""
        trial = self._trial
        assert trial is not None
        try:
            result = yield
            trial.check_hygiene()
        except KeyboardInterrupt as error:
            if crossed(error):  # nobody has pressed a key
                raise Contained(error) from None
            raise
        else:
            return result
        finally:
            self._seconds, self._timeline = trial.clock.seconds, trial.records.timeline
            trial.count()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_teardown(self) -> None:
        """Take down what pytest has set up, without the submission."""
        if self._trial is not None:
            self._trial.let_go()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> pytest.TestReport:
        """Note why a phase of a test did not pass. pytest's own report would draw the failure, which takes 50 ms,
        which nobody sees, and which an error of the submission may not survive."""
        outcome: Literal["passed", "failed", "skipped"] = "passed"
        if call.excinfo is not None:
            error = call.excinfo.value
            outcome = "skipped" if isinstance(error, pytest.skip.Exception) else "failed"
            assert self._trial is not None
            if call.when == "setup":
                self._seconds, self._timeline = 0.0, ()
            self._findings.append(find(error, item.path, self._trial.filename, self._trial.records))
        assert call.when != "collect"
        return pytest.TestReport(item.nodeid, item.location, {}, outcome, None, call.when)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take note of what pytest reports of each phase."""
        self._outcomes[report.when] = report.outcome

    def pytest_assertrepr_compare(self, op: str, left: object, right: object) -> list[str]:
        """A comparison that failed, in words."""
        self._compared = Compared(op, left, right)
        return [comparison(op, left, right)]

    def pytest_asyncio_loop_factories(self) -> dict[str, Callable[[], VirtualLoop]]:
        """Async tests run on the trial's loop."""
        return {"virtual": self._new_loop}

    def _new_loop(self) -> VirtualLoop:
        assert self._trial is not None
        return self._trial.loop

    @pytest.fixture(name="world")
    def world(self) -> World:
        """The world around the submission."""
        assert self._trial is not None
        return self._trial.world()

    @pytest.fixture(name="submission")
    def submission(self) -> Submission:
        """The submission's functions and classes."""
        assert self._trial is not None
        if self._problem:
            raise NotLoaded(self._problem)
        try:
            return self._trial.submission(self._declared)
        except Ending as ending:
            raise Contained(ending) from None


def _is_async(item: pytest.Function) -> bool:
    return inspect.iscoroutinefunction(item.function)


def _limits(item: pytest.Item) -> Limits:
    """What its author allows: the marker nearest to the test wins."""
    markers = reversed(list(item.iter_markers("limits")))
    asked = {name: value for marker in markers for name, value in marker.kwargs.items()}
    return msgspec.convert(asked, Limits)


def _points(item: pytest.Item) -> int | None:
    marker = item.get_closest_marker("points")
    points = marker.args[0] if marker is not None and marker.args else None
    return points if isinstance(points, int) and points >= 0 else None


def _title(item: pytest.Function) -> str:
    text = (item.function.__doc__ or "").strip().split("\n\n")[0]
    return " ".join(text.split()) or item.name
