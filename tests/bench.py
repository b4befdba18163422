"""How fast the kit is on this machine: ``nox -s bench``.

Each figure stands beside a yardstick that is measured in the same run, since machines differ and are busy: a figure is
good when it is within its limit, or when the yardstick says that the machine is slow today.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

from grader.catalog import Exercise, load_catalog
from grader.judge.plugin import Report, Source
from grader.judge.session import judge
from grader.judge.workers import ForkingWorkers, default_workers

KIT = Path(__file__).parents[1]
STUB = '''
"""Echo."""


async def echo(ask, words):
    """Ask for each word."""
    raise NotImplementedError
'''
SUBMISSION = b"""
import asyncio

async def echo(ask, words):
    return [await ask(word) for word in words]

async def together(ask, words):
    return await asyncio.gather(*(ask(word) for word in words))
"""
HIDDEN = '''
import asyncio
import time

import pytest


@pytest.mark.points(1)
async def test_trivial(submission, world):
    """One call."""
    assert await submission.echo(world.service("ask", answer=1), ["a"]) == [1]


@pytest.mark.points(1)
async def test_thousand_in_a_row(submission, world):
    """A thousand calls, one after the other."""
    begin = time.perf_counter()
    await submission.echo(world.service("ask", answer=1), list(range(1000)))
    world.callback("cost")(time.perf_counter() - begin)


@pytest.mark.points(1)
async def test_thousand_together(submission, world):
    """A thousand calls at once."""
    begin = time.perf_counter()
    await submission.together(world.service("ask", seconds=1, answer=1), list(range(1000)))
    world.callback("cost")(time.perf_counter() - begin)
'''


def main() -> None:
    """Measure, and print a table."""
    with tempfile.TemporaryDirectory() as folder:
        (exercise,) = example(Path(folder))
        rows = [
            trivial_tests(exercise),
            *lockdown(exercise),
            *thousand_calls(exercise),
            checks(["three-scouts"], 0.7),
            checks([], 2.5),
            saves(Path(folder) / "watched", [], 300.0),
            saves(Path(folder) / "polled", ["--poll"], 500.0),
        ]
    print(f"{'':44}{'measured':>12}{'limit':>10}   yardstick, in the same run")
    for name, value, limit, unit, yardstick in rows:
        mark = "" if value <= limit else "  over"
        print(f"{name:44}{value:9.2f} {unit:<3}{limit:7.2f} {unit:<3}  {yardstick}{mark}")


def example(root: Path) -> tuple[Exercise, ...]:
    """A kit with one small exercise."""
    stub = root / "exercises" / "01_bench" / "01_echo.py"
    hidden = root / "tests" / "exercises" / "01_bench" / "01_echo"
    stub.parent.mkdir(parents=True)
    hidden.mkdir(parents=True)
    stub.write_text(STUB)
    stub.with_suffix(".toml").write_text('title = "echo"\nconcept = "echo"\nhints = ["none"]\n')
    (hidden / "test_echo.py").write_text(HIDDEN)
    return load_catalog(root).exercises


def trivial_tests(exercise: Exercise, rounds: int = 150) -> tuple[str, float, float, str, str]:
    """The whole path of a test, from the fork to the verdict, on one core."""
    with one_core():
        bare = milliseconds(lambda: subprocess.run([sys.executable, "-S", "-c", "pass"], check=True), 20)
        costs = []
        for _ in range(3):
            ends: list[float] = []
            run(exercise, rounds, ends, "test_trivial")
            costs.append((ends[-1] - ends[0]) / (rounds - 1) * 1000)
    value = min(costs)
    return (
        "a trivial test, on one core",
        value,
        8.0,
        "ms",
        f"{value / bare:.2f} x `python -S -c pass` ({bare:.1f} ms)",
    )


def lockdown(exercise: Exercise, rounds: int = 100) -> list[tuple[str, float, float, str, str]]:
    """The same tests with all layers of the sandbox and without any, by turns, on one core; and the start of it all."""
    costs: dict[str, list[float]] = {"": [], "all": []}
    starts = []
    with one_core():
        for _ in range(5):
            for without, found in costs.items():
                ends: list[float] = []
                run(exercise, rounds, ends, "test_trivial", without=without)
                found.append((ends[-1] - ends[0]) / (rounds - 1) * 1000)
            starts.append(milliseconds(start_of_the_warm_parent, 3))
        bare = milliseconds(lambda: subprocess.run([sys.executable, "-c", "import asyncio"], check=True), 10)
    locked, free = min(costs[""]), min(costs["all"])
    return [
        ("the sandbox, a test", locked - free, 0.6, "ms", f"{locked:.2f} ms with it, {free:.2f} ms without"),
        ("a test with the sandbox, to one without", locked / free, 1.3, "x", "the same tests, by turns"),
        (
            "the start of the warm parent",
            min(starts),
            150.0,
            "ms",
            f"{min(starts) / bare:.2f} x `python -c 'import asyncio'` ({bare:.0f} ms)",
        ),
    ]


def start_of_the_warm_parent() -> None:
    """Until it has forked the first worker."""
    workers = ForkingWorkers()
    workers.start().end()
    workers.close()


def thousand_calls(exercise: Exercise) -> list[tuple[str, float, float, str, str]]:
    """A call over the border, alone and in a crowd."""
    reports: list[Report] = []
    run(exercise, 5, [], "test_thousand", reports)
    costs: dict[str, list[float]] = {}
    for report in reports:
        cost = next(call.args[0] for call in report.records.calls if call.name == "cost")
        costs.setdefault(report.verdict.name, []).append(cost)
    row = min(costs["test_thousand_in_a_row"])
    crowd = min(costs["test_thousand_together"]) * 1000
    switch = hand_over()
    return [
        (
            "a call over the border",
            row,
            0.15,
            "ms",
            f"{row / switch:.1f} x a bare hand-over ({switch:.3f} ms)",
        ),
        (
            "1,000 calls at once, in one test",
            crowd,
            400.0,
            "ms",
            f"{crowd / switch / 1000:.1f} x a hand-over each",
        ),
    ]


def checks(names: list[str], limit: float) -> tuple[str, float, float, str, str]:
    """`python -m grader check`, from the start of Python to its end."""
    command = [sys.executable, "-m", "grader", "check", "--json", *names]
    value = (
        milliseconds(lambda: subprocess.run(command, cwd=KIT, stdout=subprocess.DEVNULL, check=False), 5)
        / 1000
    )
    imports = [sys.executable, "-c", "import pytest, pytest_asyncio"]
    bare = milliseconds(lambda: subprocess.run(imports, check=True), 5) / 1000
    name = f"check {' '.join(names) or '(all exercises)'}"
    return name, value, limit, "s", f"{value / bare:.1f} x `import pytest, pytest_asyncio` ({bare:.2f} s)"


def saves(kit: Path, options: list[str], limit: float) -> tuple[str, float, float, str, str]:
    """From a save to the verdict, in watch mode, which has kept its workers warm; in a copy of the kit."""
    chapter = "02_together"
    for part in ("grader", f"exercises/{chapter}", f"tests/exercises/{chapter}"):
        shutil.copytree(KIT / part, kit / part, ignore=shutil.ignore_patterns("__pycache__"))
    stub = kit / "exercises" / chapter / "01_three_scouts.py"
    solution = (KIT / "solutions" / chapter / stub.name).read_text()
    command = [sys.executable, "-u", "-m", "grader", "watch", "three-scouts", *options]
    bare = milliseconds(lambda: subprocess.run([sys.executable, "-c", "import asyncio"], check=True), 10)
    costs = []
    with subprocess.Popen(command, cwd=kit, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, b"")
        for number in range(12):
            next(line for line in lines if b"there are no keys" in line)  # the end of a picture
            begin = time.perf_counter()
            stub.write_text(f"{solution}# {number}\n")
            next(line for line in lines if b"10 of 10 points" in line)
            costs.append((time.perf_counter() - begin) * 1000)
        process.terminate()
    value = statistics.median(costs[1:])  # the first one also loads what checks need
    name = f"watch {' '.join([*options, ''])}three-scouts, a save"
    return name, value, limit, "ms", f"{value / bare:.1f} x `python -c 'import asyncio'` ({bare:.0f} ms)"


def run(
    exercise: Exercise,
    rounds: int,
    ends: list[float],
    test: str,
    reports: list[Report] | None = None,
    without: str = "",
) -> None:
    """Judge the submission so many times, by those tests whose names begin like this."""
    hidden = exercise.tests / "test_echo.py"
    chosen = (
        HIDDEN
        if test == "test_thousand"
        else HIDDEN.split("@pytest.mark.points(1)\nasync def test_thousand", maxsplit=1)[0]
    )
    hidden.write_text(textwrap.dedent(chosen))
    sources = [Source(exercise.slug, SUBMISSION + b"#" * number, "bench.py") for number in range(rounds)]

    def note(_source: Source, found: list[Report]) -> None:
        ends.append(time.perf_counter())
        failed = [report.verdict for report in found if report.verdict.status != "passed"]
        if failed and test == "test_trivial":
            raise SystemExit(f"the benchmark's own submission fails: {failed}")
        if reports is not None:
            reports.extend(report for report in found if report.verdict.name.startswith(test))

    workers = ForkingWorkers([without]) if without else default_workers()
    try:
        judge([exercise], sources, workers, on_report=note)
    finally:
        workers.close()


def hand_over(rounds: int = 5000) -> float:
    """Milliseconds of a round trip of one byte between two processes."""
    ours, theirs = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        while os.read(ours[0], 1) == b"x":
            os.write(theirs[1], b"x")
        os._exit(0)
    begin = time.perf_counter()
    for _ in range(rounds):
        os.write(ours[1], b"x")
        os.read(theirs[0], 1)
    cost = (time.perf_counter() - begin) / rounds * 1000
    os.write(ours[1], b".")
    os.waitpid(child, 0)
    return cost


def milliseconds(action: Callable[[], object], rounds: int) -> float:
    """The median of so many runs."""
    costs = []
    for _ in range(rounds):
        begin = time.perf_counter()
        action()
        costs.append((time.perf_counter() - begin) * 1000)
    return statistics.median(costs)


class one_core:  # noqa: N801 (reads as a statement)
    """Stay on one core, and let everything that is started here stay on it; where the system can do that."""

    def __enter__(self) -> None:
        self.cores = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else None
        if self.cores:
            os.sched_setaffinity(0, {min(self.cores)})

    def __exit__(self, *error: object) -> None:
        if self.cores:
            os.sched_setaffinity(0, self.cores)


if __name__ == "__main__":
    main()
