"""The same submission gets the same verdict: on any load, by any kind of workers, in any order."""

import subprocess
import sys

import msgspec
import pytest
from small_kit import PROJECT, Kit, dedented

from grader.judge.workers import ForkingWorkers, SpawnedWorkers

BUSY = "while True: pass"

# A shelf of small submissions of `run(say)`: each does something else, and ends in another way.
SHELF = {
    "nothing": "async def run(say):\n    pass\n",
    "says": "async def run(say):\n    say([1, 2.5, 'x', None, {'a'}])\n",
    "sleeps": "import asyncio\n\nasync def run(say):\n    await asyncio.sleep(2)\n    say(1)\n",
    "blocks": "import time\n\nasync def run(say):\n    time.sleep(2)\n    1 / 0\n",
    "threads": """
        import asyncio, time

        async def run(say):
            await asyncio.gather(*[asyncio.to_thread(time.sleep, number) for number in range(4)])
            say(time.monotonic())
    """,
    "raises": "async def run(say):\n    raise KeyError('tea')\n",
    "raises a group": """
        import asyncio

        async def fail(number):
            raise ValueError(number)

        async def run(say):
            async with asyncio.TaskGroup() as group:
                for number in range(3):
                    group.create_task(fail(number))
    """,
    "its own exception": "class Spilled(Exception):\n    pass\n\nasync def run(say):\n    raise Spilled('tea', 3)\n",
    "leaves a task": "import asyncio\n\nasync def run(say):\n    asyncio.create_task(asyncio.sleep(5))\n",
    "never awaits": "async def work():\n    pass\n\nasync def run(say):\n    work()\n",
    "waits for ever": "import asyncio\n\nasync def run(say):\n    await asyncio.Event().wait()\n",
    "turns for ever": "import asyncio\n\nasync def run(say):\n    while True:\n        await asyncio.sleep(0)\n",
    "runs for ever": "import asyncio\n\nasync def run(say):\n    while True:\n        await asyncio.sleep(9e4)\n",
    "computes for ever": "async def run(say):\n    while True:\n        pass\n",
    "ends itself": "import os\n\nasync def run(say):\n    os._exit(7)\n",
    "crashes": "import ctypes\n\nasync def run(say):\n    ctypes.string_at(0)\n",
    "ends at import": "import sys\n\nsys.exit()\n",
    "prints": "async def run(say):\n    print('hello')\n    print('x' * 100_000)\n",
    "sets": "async def run(say):\n    say({'anna', 'ben', 'cem'})\n    raise ValueError({'anna', 'ben', 'cem'})\n",
    "objects": """
        class Thing:
            pass

        async def run(say):
            say([Thing(), object(), run])
            raise ValueError(Thing())
    """,
    "no text": "\0",
    "empty": "",
}
SLOW = {"turns for ever", "runs for ever", "computes for ever"}


def verdicts(kit, sources, name="probe"):
    """The verdicts of all tests, as bytes; and what was printed."""
    reports = kit.judge(*sources, name=name)
    return [(msgspec.json.encode(report.verdict), report.records.printed) for report in reports]


@pytest.fixture(scope="module")
def spawned():
    """Workers as they are where there is no fork."""
    workers = SpawnedWorkers()
    yield workers
    workers.close()


@pytest.fixture
def busy_cores():
    """Two processes that compute all the time."""
    processes = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(2)]
    yield
    for process in processes:
        process.kill()
        process.wait()


def test_five_runs_on_a_busy_machine_have_the_same_bytes_as_one_on_an_idle_one(probes, busy_cores):
    sources = [dedented(source) for name, source in SHELF.items() if name not in SLOW]

    first, *others = [verdicts(probes, sources) for _ in range(5)]

    assert all(other == first for other in others)


def test_a_whole_exercise_on_a_busy_machine_has_the_same_bytes_in_five_runs(project, busy_cores):
    path = PROJECT / "tests/exercises/01_first_steps/05_pick_your_lane/wrong/threads_for_every_wait.py"

    results = {msgspec.json.encode(project.check("pick-your-lane", file=path).result) for _ in range(5)}

    assert len(results) == 1


def test_the_order_of_submissions_counts_for_nothing(probes):
    sources = [dedented(source) for name, source in SHELF.items() if name not in SLOW]

    assert verdicts(probes, sources) == verdicts(probes, sources[::-1])[::-1]


@pytest.mark.once
@pytest.mark.parametrize("name", SHELF)
def test_spawned_workers_give_the_verdicts_of_forked_ones(probes, spawned, name):
    source = dedented(SHELF[name])

    assert verdicts(Kit(probes.root, spawned), [source]) == verdicts(probes, [source])


# Own loops, threads, callbacks, objects of asyncio's: each exercise more takes a second.
@pytest.mark.once
@pytest.mark.parametrize("slug", ["cold-start", "pick-your-lane", "promise-of-a-result", "no-permit-lost"])
def test_a_solution_earns_every_point_with_spawned_workers_too(spawned, slug):
    kit = Kit(PROJECT, spawned)
    (exercise,) = kit.catalog.find(slug)

    (verdict,) = kit.check(slug, file=exercise.solution).result.exercises

    assert verdict.status == "solved", [test.message for test in verdict.tests]


def test_closing_workers_twice_in_a_row_is_clean(probes, capfd):
    for kind in (ForkingWorkers, SpawnedWorkers):
        workers = kind()
        report = Kit(probes.root, workers).judge(SHELF["says"])[0]
        workers.close()
        assert report.verdict.status == "passed"

    assert capfd.readouterr() == ("", "")
