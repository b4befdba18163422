"""A student's own test, judged by mutants: the test's functions play the right one and the broken ones."""

import pytest
from world_probe import passed, tried

MUTANTS = """
def right(fn, quiet):
    timer = None

    def call(*args, **kwargs):
        nonlocal timer
        if timer is not None:
            timer.cancel()
        timer = asyncio.get_running_loop().call_later(quiet, lambda: fn(*args, **kwargs))

    return call

def never(fn, quiet):
    return lambda *args, **kwargs: None

def every_call(fn, quiet):
    return lambda *args, **kwargs: asyncio.get_running_loop().call_later(quiet, lambda: fn(*args, **kwargs))

def at_once(fn, quiet):
    return lambda *args, **kwargs: fn(*args, **kwargs)
"""

CHECKS = {
    "a list": """
        async def run(debounce):
            calls = []
            call = debounce(lambda *args, **kwargs: calls.append((args, kwargs)), 1)
            call(1)
            await asyncio.sleep(0.5)
            call(2, drink="tea")
            await asyncio.sleep(0.75)
            assert calls == []
            await asyncio.sleep(5)
            assert calls == [((2,), {"drink": "tea"})]
    """,
    "a mock": """
        from unittest.mock import Mock

        async def run(debounce):
            fn = Mock()
            call = debounce(fn, 1)
            call(1)
            call(2)
            fn.assert_not_called()
            await asyncio.sleep(5)
            fn.assert_called_once_with(2)
    """,
    "a queue and a task": """
        async def run(debounce):
            calls = asyncio.Queue()
            call = debounce(calls.put_nowait, 1)
            async with asyncio.TaskGroup() as group:
                group.create_task(burst(call))
                async with asyncio.timeout(100):
                    assert await calls.get() == 2
            await asyncio.sleep(100)
            assert calls.empty()
            assert time.monotonic() == 101.0

        async def burst(call):
            call(1)
            call(2)
    """,
}


@pytest.mark.parametrize("way", CHECKS)
def test_a_good_test_passes_the_right_one_and_refuses_the_broken_ones(kit, way):
    report = tried(
        kit,
        MUTANTS
        + """
await submission.run(right)
for broken in (never, every_call, at_once):
    with pytest.raises((Exception, ExceptionGroup)):
        await submission.run(broken)
""",
        CHECKS[way],
    )

    assert passed(report) is True


def test_a_test_that_asserts_nothing_is_seen(kit):
    report = tried(
        kit,
        MUTANTS
        + """
with pytest.raises(Exception):
    await submission.run(never)
""",
        "async def run(debounce):\n    debounce(print, 1)(2)\n",
    )

    assert (report.verdict.status, report.verdict.reason) == ("failed", "assertion")


def test_the_watchdog_of_a_loop_sees_the_stall_that_the_test_makes(kit):
    report = tried(
        kit,
        """
        report = world.callback("report")
        watch = asyncio.create_task(submission.run(0.5, 0.1, report))
        await asyncio.sleep(0.75)
        world.blocking("stall", seconds=1.2)()
        await asyncio.sleep(2)
        world.blocking("blink", seconds=0.05)()
        await asyncio.sleep(2)
        watch.cancel()

        assert [(call.start, round(call.args[0], 6)) for call in report.calls] == [(1.95, 0.95)]
        with pytest.raises(asyncio.CancelledError):
            await watch
        """,
        """
        async def run(interval, limit, report):
            while True:
                before = time.monotonic()
                await asyncio.sleep(interval)
                if (lag := time.monotonic() - before - interval) > limit:
                    report(lag)
        """,
    )

    assert passed(report) is True
