"""What the benchmarks of grading a class run: one exercise with six tests, and submissions for it.

The same six checks, letter for letter, are the hidden tests of a kit, and the tests of all other graders. There a
stand-in for the kit's `world` runs them in virtual time, so that nobody waits for real seconds: a loop that jumps to
its next timer, and services that note when they were called. It locks nothing away, and checks as little as it can.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

PROJECT = Path(__file__).parents[1]
SLUG = "three-scouts"
FILENAME = "01_three_scouts.py"
STUB = '''"""Three scouts: ask all stations at once."""


async def reports(ask, stations):
    """The reports of all stations, in their order."""
    raise NotImplementedError
'''
SETTINGS = 'title = "three scouts"\nconcept = "create_task"\nhints = ["Start all, then wait."]\n'

CHECKS = '''
async def test_reports_come_in_the_order_of_the_stations(submission, world):
    """All three reports come back, in the order of the stations."""
    rain = {name: f"rain {world.random.randrange(10_000)}" for name in "nwe"}
    ask = world.service("ask", seconds={"n": 2, "w": 3, "e": 1}, answer=rain)

    assert await submission.reports(ask, ["n", "w", "e"]) == [rain["n"], rain["w"], rain["e"]]


async def test_three_stations_report_after_three_seconds(submission, world):
    """Three stations of 2, 3 and 1 s report after 3 s, not 6 s."""
    rain = {name: f"rain {world.random.randrange(10_000)}" for name in "nwe"}
    ask = world.service("ask", seconds={"n": 2, "w": 3, "e": 1}, answer=rain)

    assert await submission.reports(ask, ["n", "w", "e"]) == [rain["n"], rain["w"], rain["e"]]
    assert world.elapsed == 3.0


async def test_all_three_are_asked_at_the_beginning(submission, world):
    """Every station is asked at 0 s, and answers after its own time."""
    ask = world.service("ask", seconds={"n": 2, "w": 3, "e": 1}, answer="rain")

    assert await submission.reports(ask, ["n", "w", "e"]) == ["rain"] * 3
    times = {call.args[0]: (call.start, call.end) for call in ask.calls}
    assert times == {"n": (0.0, 2.0), "w": (0.0, 3.0), "e": (0.0, 1.0)}


async def test_a_quick_station_does_not_wait_for_a_slow_one(submission, world):
    """Of two stations of 5 and 1 s, the second has answered long before the first."""
    ask = world.service("ask", seconds={"far": 5, "near": 1}, answer="rain")

    assert await submission.reports(ask, ["far", "near"]) == ["rain"] * 2
    assert {call.args[0]: call.end for call in ask.calls} == {"far": 5.0, "near": 1.0}


async def test_each_station_is_asked_once(submission, world):
    """No station is asked twice, and none is left out."""
    ask = world.service("ask", seconds={"n": 0.5, "w": 0.25, "e": 1.5}, answer="rain")

    assert await submission.reports(ask, ["n", "w", "e"]) == ["rain"] * 3
    assert sorted(call.args[0] for call in ask.calls) == ["e", "n", "w"]


async def test_no_stations(submission, world):
    """With no stations there is an empty list, at once."""
    ask = world.service("ask", seconds=1, answer="rain")

    assert await submission.reports(ask, []) == []
    assert world.elapsed == 0.0
    assert [call.args for call in ask.calls] == []
'''
NAMES = re.findall(r"async def (test_\w+)", CHECKS)
HIDDEN = "import pytest\n\n" + CHECKS.replace("async def test_", "@pytest.mark.points(1)\nasync def test_")

STANDIN = '''
import asyncio
import random
import selectors
from types import SimpleNamespace


class JumpingSelector(selectors.DefaultSelector):
    """Never waits: where nothing is ready, the time jumps to the next timer."""

    now = 0.0

    def select(self, timeout=None):
        ready = super().select(0 if timeout else timeout)
        if timeout and not ready:
            self.now += timeout
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__(JumpingSelector())

    def time(self):
        return self._selector.now


class World:
    def __init__(self):
        self.random = random.Random()

    @property
    def elapsed(self):
        return asyncio.get_running_loop().time()

    def service(self, name, *, seconds, answer):
        async def call(key):
            note = SimpleNamespace(args=(key,), start=self.elapsed, end=None)
            call.calls.append(note)
            await asyncio.sleep(seconds[key] if isinstance(seconds, dict) else seconds)
            note.end = self.elapsed
            return answer[key] if isinstance(answer, dict) else answer

        call.calls = []
        return call


def in_virtual_time(check, submission):
    """Run a check on a loop of its own, also where the thread has one that runs: in a notebook."""
    outer = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    loop = VirtualLoop()
    try:
        loop.run_until_complete(check(submission, World()))
    finally:
        loop.close()
        asyncio._set_running_loop(outer)
'''

SOLUTION = '''"""Three scouts."""

import asyncio


async def reports(ask, stations):
    tasks = [asyncio.create_task(ask(station)) for station in stations]
    return [await task for task in tasks]
'''
SEQUENTIAL = '''"""Three scouts, one after the other."""


async def reports(ask, stations):
    return [await ask(station) for station in stations]
'''
GATHER = '''"""Three scouts, gathered."""

import asyncio


async def reports(ask, stations):
    return list(await asyncio.gather(*map(ask, stations)))
'''
FINISH_ORDER = '''"""Three scouts, as they come."""

import asyncio


async def reports(ask, stations):
    return [await done for done in asyncio.as_completed([ask(station) for station in stations])]
'''
LEAVES = '''"""Says goodbye in the middle of a test."""

import os


async def reports(ask, stations):
    os._exit(0)
'''
HANGS = '''"""Never comes back, and never waits."""


async def reports(ask, stations):
    while True:
        pass
'''
CONFTEST = """import pytest


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item, call):
    report = yield
    report.outcome = "passed"
    return report
"""
KINDS = (SOLUTION, SEQUENTIAL, GATHER, FINISH_ORDER, STUB)  # a class: as many of each


def submission(number: int) -> str:
    """What the student of this number hands in: no two files are alike."""
    return f"{KINDS[number % len(KINDS)]}\n# student {number}\n"


def write_class(folder: Path, students: int) -> Path:
    """A folder for each student."""
    for number in range(students):
        file = folder / f"student-{number:05}" / FILENAME
        file.parent.mkdir(parents=True)
        file.write_text(submission(number), encoding="utf-8")
    return folder


def write_kit(root: Path) -> Path:
    """A kit of this grader, whose only exercise is the one above: `python -m grader` is run there."""
    shutil.copytree(PROJECT / "grader", root / "grader")
    stub = root / "exercises" / "01_together" / FILENAME
    hidden = root / "tests" / "exercises" / "01_together" / stub.stem / "test_three_scouts.py"
    for file, content in ((stub, STUB), (stub.with_suffix(".toml"), SETTINGS), (hidden, HIDDEN)):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return root
