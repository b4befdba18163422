"""How fast a class is graded on this machine: ``nox -s bench``, after what ``bench.py`` measures.

Each figure is taken from ``python -m grader grade``, as an instructor runs it, on folders that it has not seen before;
no two files are alike, so that nothing is shared. It stands beside a yardstick of the same run. What is compared is
measured by turns. A class of 10 is measured too: what it costs is the start, and the figures "a submission" are the
difference between a class and this one.

The peer is one ``python -m pytest`` process a submission, one after the other and as many at a time as there are
cores, on the same six tests.
It is given what a teacher who cares for speed would give it: virtual time, so that no test waits (`bench_material`),
pytest-asyncio and no other plugin, no cache folder, and test files that are already compiled. It locks nothing away.

``--quick`` takes small classes; ``--peers`` also measures other graders (`bench_peers`); ``--only`` names parts.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import re
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

PROJECT = Path(__file__).parents[1]
sys.path[:0] = [str(PROJECT), str(PROJECT / "tests" / "grader")]

from bench import one_core  # noqa: E402 (see sys.path)
from bench_material import SLUG, write_class, write_kit  # noqa: E402
from bench_peers import Pytest, compare, side_by_side  # noqa: E402

from grader.bulk.executors import cores  # noqa: E402

SMALL = 10  # students of the class that shows what the start costs
PATIENCE = 60.0  # seconds, for a Dask cluster


@dataclass(frozen=True)
class Scale:
    """How many students, and how often."""

    students: int  # of the class whose cost is measured
    many: int  # the class that must cost no more a submission
    same: int  # submissions whose verdicts are compared
    pytest: int  # submissions for the peer, a round
    rounds: int


FULL = Scale(students=510, many=5000, same=1000, pytest=60, rounds=3)
QUICK = Scale(students=110, many=300, same=60, pytest=20, rounds=2)


@dataclass(frozen=True)
class Cost:
    """What one run of the command took."""

    seconds: float
    processor: float  # seconds of all processes together
    memory: float  # MB that the coordinator, the process of the command, had at most

    def a_submission_more_than(self, small: Cost, submissions: int) -> tuple[float, float]:
        """Milliseconds for each of so many submissions more: of wall time, and of the processors."""
        real, busy = self.seconds - small.seconds, self.processor - small.processor
        return real / submissions * 1000, busy / submissions * 1000


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    name: str
    value: float
    unit: str
    bound: Literal["at most", "at least"]
    limit: float
    yardstick: str

    def __str__(self) -> str:
        is_met = self.value <= self.limit if self.bound == "at most" else self.value >= self.limit
        measured, bound = f"{self.value:.2f} {self.unit}", f"{self.bound} {self.limit:g} {self.unit}"
        return f"{self.name:46}{measured:>13}   {bound:18} {self.yardstick}{'' if is_met else '  MISSED'}"


class Bench:
    """Where the classes are, and how they are graded."""

    def __init__(self, folder: Path, scale: Scale) -> None:
        self.folder = folder
        self.scale = scale
        self.kit = write_kit(folder / "kit")
        self._runs = 0

    def a_class(self, students: int) -> Path:
        """The submissions of so many students."""
        place = self.folder / f"class-{students}"
        return place if place.is_dir() else write_class(place, students)

    def command(self, students: int, out: Path, *options: str) -> list[str]:
        """What an instructor would type."""
        words = [str(self.a_class(students)), "--out", str(out), "--exercises", SLUG, *options]
        return [sys.executable, "-m", "grader", "grade", *words]

    @contextmanager
    def results(self) -> Iterator[Path]:
        """A folder for results that is not there yet, and is gone afterwards."""
        self._runs += 1
        out = self.folder / f"results-{self._runs}"
        try:
            yield out
        finally:
            shutil.rmtree(out, ignore_errors=True)

    def grade(self, students: int, *options: str) -> Cost:
        """Grade a class whose results nobody needs."""
        with self.results() as out:
            return self.grade_into(out, students, *options)

    def grade_into(
        self, out: Path, students: int, *options: str, meanwhile: Callable[[], None] | None = None
    ) -> Cost:
        """Grade a class. `meanwhile` is called again and again."""
        before = _processor()
        begin = time.perf_counter()
        memory = 0.0
        with (
            (self.folder / "said.txt").open("w+b") as said,
            subprocess.Popen(
                self.command(students, out, *options), cwd=self.kit, stdout=said, stderr=said
            ) as run,
        ):
            while run.poll() is None:
                memory = max(memory, _peak(run.pid))
                if meanwhile is not None:
                    meanwhile()
                with suppress(subprocess.TimeoutExpired):
                    run.wait(timeout=0.02)
            seconds = time.perf_counter() - begin
            if run.returncode:
                said.seek(0)
                raise SystemExit(f"the class was not graded: {said.read().decode(errors='replace')}")
        return Cost(seconds, _processor() - before, memory)


def main(words: Sequence[str]) -> int:
    """Measure, and print."""
    parts: dict[str, Callable[[Bench], Iterator[Row | str]]] = {
        "speed": speed,
        "cores": two_cores,
        "size": size,
        "same": the_same_verdicts,
        "page": page,
    }
    options = _parser(list(parts)).parse_args(words)
    chosen = list(parts) if options.only is None else options.only
    with tempfile.TemporaryDirectory(prefix="bench-class-") as name:
        bench = Bench(Path(name), QUICK if options.quick else FULL)
        print(_machine(), flush=True)
        for part in chosen:
            for row in parts[part](bench):
                print(row, flush=True)
        if options.peers or options.peers_in:
            for line in compare(Path(name), bench.kit, options.peers_in, few=options.quick):
                print(line, flush=True)
        print(f"At the end: {_load()}")
    return 0


def _parser(parts: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure how fast a class is graded.")
    add = parser.add_argument
    add("--quick", action="store_true", help="with small classes")
    add("--only", nargs="*", choices=parts, help="these parts; nothing after it: none, for --peers alone")
    add("--peers", action="store_true", help="other graders too; they are installed in .nox/bench-peers")
    add("--peers-in", type=Path, metavar="DIR", help="other graders, from an environment each in DIR")
    return parser


def speed(bench: Bench) -> Iterator[Row | str]:
    """A submission on all cores, and beside one pytest process a submission, by turns."""
    scale = bench.scale
    peer = Pytest()
    peer.prepare(bench.folder / "pytest", Path(sys.executable).parent)
    ours, busy, in_turn, together = [], [], [], []
    for number in range(scale.rounds):
        small, large = bench.grade(SMALL), bench.grade(scale.students)
        wall, processor = large.a_submission_more_than(small, scale.students - SMALL)
        ours.append(wall)
        busy.append(processor)
        first, second, third = range(2 * number * scale.pytest, (2 * number + 3) * scale.pytest, scale.pytest)
        in_turn.append(side_by_side(peer, range(first, second), at_a_time=1) * 1000)
        together.append(side_by_side(peer, range(second, third)) * 1000)
    mine = statistics.median(ours)
    processors = f"{statistics.median(busy):.1f} ms of processor time"
    yield Row("a submission, all layers, all cores", mine, "ms", "at most", 20, processors)
    for how, found in (("one after the other", in_turn), ("as many at a time as cores", together)):
        other = statistics.median(found)
        theirs = f"{1000 / mine:.1f}/s, and {1000 / other:.2f}/s by a pytest each ({other:.0f} ms)"
        yield Row(f"to pytest, {how}", other / mine, "x", "at least", 8, theirs)
    start = bench.grade(SMALL)
    yield f"a class of {SMALL}, from the start of Python to its end: {start.seconds:.2f} s"


def two_cores(bench: Bench) -> Iterator[Row | str]:
    """Two cores to one, and two jobs to one; the yardstick is what two plain processes gain here."""
    scale = bench.scale
    costs: dict[str, list[float]] = {"one core": [], "one job": [], "two jobs": []}
    gains = []
    if cores() < 2:
        yield "two cores to one: not measured, since there is only one core"
        return
    for _ in range(scale.rounds):
        for name, found in costs.items():
            jobs = ("--jobs", "2" if name == "two jobs" else "1")
            with one_core() if name == "one core" else nullcontext():
                small, large = bench.grade(SMALL, *jobs), bench.grade(scale.students, *jobs)
            found.append(large.a_submission_more_than(small, scale.students - SMALL)[0])
        gains.append(_gain_of_a_second_core())
    one_core_, one_job, two_jobs = map(statistics.median, costs.values())
    gain = f"two plain loops gain {statistics.median(gains):.2f} x here, now"
    yield Row(
        "2 cores to 1 core",
        one_core_ / two_jobs,
        "x",
        "at least",
        1.8,
        f"{one_core_:.1f} and {two_jobs:.1f} ms; {gain}",
    )
    yield Row(
        "2 jobs to 1 job",
        one_job / two_jobs,
        "x",
        "at least",
        1.8,
        f"{one_job:.1f} and {two_jobs:.1f} ms; {gain}",
    )


def size(bench: Bench) -> Iterator[Row | str]:
    """What a submission costs in a class of 10 or more, and in a large one; and the memory of the coordinator."""
    scale = bench.scale
    small = _cheapest([bench.grade(SMALL) for _ in range(scale.rounds)])
    middle = _cheapest([bench.grade(scale.students) for _ in range(scale.rounds)])
    large = bench.grade(scale.many)
    few = middle.a_submission_more_than(small, scale.students - SMALL)
    many = large.a_submission_more_than(small, scale.many - SMALL)
    yield Row(
        f"a submission of {scale.many:,}, to one of {scale.students}",
        many[0] / few[0],
        "x",
        "at most",
        1.1,
        f"{many[0]:.1f} and {few[0]:.1f} ms; of processor time {many[1]:.1f} and {few[1]:.1f} ms: "
        f"{many[1] / few[1]:.2f} x",
    )
    yield Row(
        f"memory of the coordinator, {scale.many:,} submissions",
        large.memory,
        "MB",
        "at most",
        250,
        f"{small.memory:.0f} MB with {SMALL}; {large.seconds:.1f} s in all",
    )


def the_same_verdicts(bench: Bench) -> Iterator[Row | str]:
    """The bytes of all verdicts: with 1 job, with 4, and on a Dask cluster that loses one of four workers half-way."""
    students = bench.scale.same
    found: dict[str, dict[str, bytes]] = {}
    for jobs in ("1", "4"):
        with bench.results() as out:
            bench.grade_into(out, students, "--jobs", jobs)
            found[f"--jobs {jobs}"] = _verdicts(out)
    if importlib.util.find_spec("distributed") is None:
        yield "on a cluster: not measured, since Dask is not installed (the extra [cluster])"
    else:
        with bench.results() as out, _cluster(bench) as (address, workers):
            lost_at: list[int] = []

            def lose_one() -> None:
                kept = _kept(out)
                if kept >= students / 2 and not lost_at:
                    workers[0].kill()
                    lost_at.append(kept)

            bench.grade_into(out, students, "--cluster", address, meanwhile=lose_one)
            if not lost_at or lost_at[0] > students:
                raise SystemExit("the run was over before a worker could be killed")
            name = f"a cluster of four, one killed at {lost_at[0]} of {students + 1}"
            found[name] = _verdicts(out)
    first = next(iter(found.values()))
    if not all(len(verdicts) == students + 1 for verdicts in found.values()):  # one is the empty file's
        raise SystemExit(f"there should be {students + 1} verdicts: {[len(one) for one in found.values()]}")
    for name, verdicts in found.items():
        other = sum(verdicts.get(digest) != verdict for digest, verdict in first.items())
        whole = hashlib.sha256(b"".join(verdicts[digest] for digest in sorted(verdicts))).hexdigest()
        yield f"{students} submissions, {name}: {len(verdicts)} verdicts, {other} differ, SHA-256 of all {whole[:16]}"
        if other:
            raise SystemExit("MISSED: verdicts differ")


def page(bench: Bench) -> Iterator[Row | str]:
    """How long report.html of 1,000 students takes, until it is drawn and can be used, in headless Chromium."""
    from chromium import driver
    from varied_class import varied_class

    from grader.report.page import render_page

    path = bench.folder / "report.html"
    record = varied_class(1000)
    path.write_text(render_page(record), encoding="utf-8", newline="")
    try:
        with contextmanager(driver)(bench.folder / "chromium") as browser:
            seconds = []
            for _ in range(5):
                browser.get("about:blank")
                browser.get(path.as_uri())
                seconds.append(browser.execute_async_script(DRAWN) / 1000)
            rows = browser.execute_script(
                "return document.querySelectorAll('.map tbody tr:not(.gap)').length"
            )
    except pytest.skip.Exception as missing:
        yield f"report.html: not measured: {missing}"
        return
    if not rows:
        raise SystemExit("report.html shows no students")
    loads = f"{path.stat().st_size / 1e6:.1f} MB; {min(seconds):.2f} to {max(seconds):.2f} s"
    yield Row("report.html, 1,000 students", statistics.median(seconds), "s", "at most", 1, loads)


# Milliseconds from the beginning of the navigation until the page is loaded and a frame with it has been drawn.
DRAWN = """
const done = arguments[arguments.length - 1];
const drawn = () => requestAnimationFrame(() => setTimeout(() => {
    const [load] = performance.getEntriesByType('navigation');
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    done(Math.max(load.loadEventEnd, paint ? paint.startTime : 0));
}));
if (document.readyState === 'complete') drawn(); else addEventListener('load', drawn);
"""


@contextmanager
def _cluster(bench: Bench) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and four workers, without the nannies that would start a killed one again."""
    environment = {**os.environ, "PYTHONPATH": str(bench.kit)}
    said = bench.folder / "dask.txt"
    with ExitStack() as processes, said.open("wb") as output:

        def start(*words: str) -> subprocess.Popen[bytes]:
            process = subprocess.Popen(
                [sys.executable, "-m", *words], cwd=bench.kit, env=environment, stdout=output, stderr=output
            )
            processes.callback(process.wait)
            processes.callback(process.terminate)
            return process

        local = ("--host", "127.0.0.1", "--no-dashboard")
        start("distributed.cli.dask_scheduler", *local, "--port", "0")
        address = _awaited(said, r"Scheduler at:\s+(tcp://[\d.:]+)", 1)[0]
        worker = ("distributed.cli.dask_worker", address, *local, "--no-nanny", "--nthreads", "1")
        directory = ("--local-directory", str(bench.folder / "dask"))
        workers = [start(*worker, *directory) for _ in range(4)]
        _awaited(said, r"Registered to:\s+(tcp://[\d.:]+)", 4)
        yield address, workers


def _awaited(said: Path, pattern: str, times: int) -> list[str]:
    patience = time.monotonic() + PATIENCE
    while len(found := re.findall(pattern, said.read_text(errors="replace"))) < times:
        if time.monotonic() > patience:
            raise SystemExit(f"the Dask cluster does not start:\n{said.read_text(errors='replace')[-2000:]}")
        time.sleep(0.1)
    return found


def _read(out: Path, query: str) -> list[tuple[str, bytes]]:
    store = out.absolute() / "verdicts.sqlite"
    with closing(sqlite3.connect(f"{store.as_uri()}?mode=ro", uri=True, timeout=30)) as connection:
        return connection.execute(query).fetchall()


def _verdicts(out: Path) -> dict[str, bytes]:
    return dict(_read(out, "select digest, verdict from verdicts"))


def _kept(out: Path) -> int:
    """How many verdicts there are; 0 while the store is being made."""
    with suppress(sqlite3.OperationalError):
        return len(_read(out, "select digest, '' from verdicts"))
    return 0


def _processor() -> float:
    """Seconds of processor time of all processes that have been started here, and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _peak(number: int) -> float:
    """MB that a living process has used at most; 0 where the system does not tell."""
    with suppress(OSError):
        status = Path(f"/proc/{number}/status").read_text(encoding="utf-8", errors="replace")
        if found := re.search(r"VmHWM:\s+(\d+) kB", status):
            return int(found[1]) / 1000
    return 0.0


def _cheapest(costs: Sequence[Cost]) -> Cost:
    return min(costs, key=lambda cost: cost.seconds)


def _gain_of_a_second_core() -> float:
    """How much faster two loops are side by side than one after the other: 2 on a quiet machine."""
    loop = [sys.executable, "-S", "-c", "for _ in range(10_000_000): pass"]

    def seconds(together: int) -> float:
        begin = time.perf_counter()
        for process in [subprocess.Popen(loop) for _ in range(together)]:
            process.wait()
        return time.perf_counter() - begin

    with one_core():
        one_by_one = seconds(2)
    return one_by_one / seconds(2)


def _machine() -> str:
    python = ".".join(map(str, sys.version_info[:3]))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{cores()} cores, {memory:.0f} GB, Python {python}, {time.strftime('%Y-%m-%d')}. At the start: {_load()}"


def _load() -> str:
    """How busy the machine is: the load of a quiet one, before the benchmark, is far below 1."""
    return f"load {os.getloadavg()[0]:.1f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
