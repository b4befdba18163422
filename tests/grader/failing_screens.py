"""What a student reads of an exercise that goes wrong, one way after the other, as the terminal shows it.

The screens are files in `screens/`, approved by eye. `PYTHONPATH=. python tests/grader/failing_screens.py` writes
them anew; look at what git says has changed, before you believe it.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from small_kit import Kit, dedented

from grader import recording
from grader.catalog import Declaration
from grader.judge.workers import default_workers
from grader.practice import Check, fingerprint
from grader.recording import Misconception, Recording
from grader.report.terminal import render_check
from grader.verdict import Expected, Span

SCREENS = Path(__file__).with_name("screens")

STUB = '''
async def reports(ask, stations):
    """Ask all `stations` at once; return their reports in the order of `stations`."""
    raise NotImplementedError
'''
TESTS = '''
@pytest.mark.points(4)
async def test_order(submission, world):
    """All three reports come back, in the order of the stations."""
    ask = world.service("ask", seconds={"n": 2, "w": 3, "e": 1}, answer={"n": "rain", "w": "fog", "e": "sun"})
    assert await submission.reports(ask, ["n", "w", "e"]) == ["rain", "fog", "sun"]
    assert [len(hidden) for hidden in ["a secret of the test"]] == [20]

@pytest.mark.points(4)
async def test_time(submission, world):
    """Three stations of 2, 3 and 1 s report after 3 s, not 6 s."""
    ask = world.service("ask", seconds={"n": 2, "w": 3, "e": 1}, answer="rain")
    await submission.reports(ask, ["n", "w", "e"])
    assert world.elapsed == 3.0

@pytest.mark.points(1)
async def test_many(submission, world):
    """Thirty stations take no longer than one."""
    stations = [f"station {number}" for number in range(30)]
    ask = world.service("ask", seconds=0.5, answer=lambda station: f"rain over {station}")
    assert await submission.reports(ask, stations) == [f"rain over {station}" for station in stations]
    assert world.elapsed == 0.5

@pytest.mark.points(1)
async def test_none(submission, world):
    """With no stations there is an empty list, at once."""
    assert await submission.reports(world.service("ask"), []) == []
    assert world.elapsed == 0.0
'''
TOGETHER = Expected(
    3.0, (Span("ask e", 0.0, 1.0, "ok"), Span("ask n", 0.0, 2.0, "ok"), Span("ask w", 0.0, 3.0, "ok"))
)
WAYS = {
    "sequential": """
        async def reports(ask, stations):
            return [await ask(station) for station in stations]
        """,
    "wrong_value": """
        import asyncio

        async def reports(ask, stations):
            return sorted(await asyncio.gather(*map(ask, stations)))
        """,
    "exception": """
        import asyncio

        async def reports(ask, stations):
            answers = await asyncio.gather(*map(ask, stations))
            return in_order(answers)

        def in_order(answers):
            numbered = dict(enumerate(answers))
            return [numbered[place + 1] for place in range(len(answers))]
        """,
    "group_of_exceptions": """
        import asyncio

        async def reports(ask, stations):
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(one(ask, station)) for station in stations]
            return [task.result() for task in tasks]

        async def one(ask, station):
            return int(await ask(station))
        """,
    "deadlock": """
        import asyncio

        async def reports(ask, stations):
            ready = asyncio.Event()

            async def one(station):
                await ready.wait()
                return await ask(station)

            tasks = [asyncio.create_task(one(station), name=station) for station in stations]
            answers = [await task for task in tasks]
            ready.set()
            return answers
        """,
    "not_begun": STUB,
    "broken_file": """
        import asyncio

        async def reports(ask, stations):
            return await asyncio.gather(*map(ask, stations)
        """,
    "hang": """
        async def reports(ask, stations):
            while stations:
                pass
            return []
        """,
    "blocked_loop": """
        import asyncio
        import time

        async def reports(ask, stations):
            time.sleep(1)
            return await asyncio.gather(*map(ask, stations))
        """,
    "task_left": """
        import asyncio

        async def heartbeat():
            while True:
                await asyncio.sleep(1)

        async def reports(ask, stations):
            asyncio.create_task(heartbeat())
            return await asyncio.gather(*map(ask, stations))
        """,
    "printed": """
        async def reports(ask, stations):
            found = []
            for station in stations:
                print("asking", station)
                found.append(await ask(station))
            print(found)
            return found
        """,
}
LOOKS = {
    "80 columns": {"width": 80},
    "80 columns and 24 lines": {"width": 80, "height": 24},
    "60 columns and 24 lines": {"width": 60, "height": 24},
    "120 columns and 40 lines": {"width": 120, "height": 40},
    "60 columns in ASCII": {"width": 60, "encoding": "ascii"},
    "80 columns and 24 lines in colour": {"width": 80, "height": 24, "color": True},
}


def kit_of_scouts(kit: Kit) -> Kit:
    """A kit with one exercise, recorded by hand."""
    kit.add(TESTS, path="02_together/01_three_scouts", stub=STUB)
    in_turn = fingerprint(kit.judge(WAYS["sequential"], name="three-scouts"))
    recorded = Recording(
        {"reports": Declaration("async", 0, "ask, stations")},
        {"test_order": TOGETHER, "test_time": TOGETHER},
        {"sequential-await": Misconception(SEQUENTIAL, in_turn)},
    )
    kit.write("tests/exercises/02_together/01_three_scouts/recorded.json", recording.encode(recorded))
    return kit


SEQUENTIAL = """`await ask(station)` starts the call *and* waits for its answer. In a loop, the next station is asked
only when the one before it has answered, so the times add up.
"""


def check_of(kit: Kit, way: str) -> Check:
    """What a check says of a submission that goes wrong in this way."""
    kit.write("exercises/02_together/01_three_scouts.py", dedented(WAYS[way]))
    return kit.check("three-scouts")


def shown(kit: Kit, done: Check, **look: object) -> str:
    """The report of a check."""
    return render_check(
        done.result,
        {exercise.slug: exercise for exercise in kit.catalog.exercises},
        expected=done.expected,
        explanations=done.explanations,
        output=done.output,
        evidence=done.evidence,
        **look,
    )


def screens(kit: Kit, done: Check) -> str:
    """All looks of one check, one below the other, as they are kept."""
    return "".join(f"=== {look}\n{shown(kit, done, **options)}" for look, options in LOOKS.items()).replace(
        "\x1b", "␛"
    )


def write_all() -> None:
    """Write all screens."""
    workers = default_workers()
    with tempfile.TemporaryDirectory() as folder:
        kit = kit_of_scouts(Kit(Path(folder), workers))
        SCREENS.mkdir(exist_ok=True)
        for way in WAYS:
            (SCREENS / f"{way}.txt").write_text(screens(kit, check_of(kit, way)), encoding="utf-8")
    workers.close()


if __name__ == "__main__":
    write_all()
