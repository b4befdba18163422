import asyncio

import pytest


def told(report):
    """When `report` was called, and with which lag."""
    return [(call.start, *[round(lag, 6) for lag in call.args]) for call in report.calls]


async def ended(watchdog):
    """Cancel the watchdog. An error that comes out of it comes out here, too."""
    watchdog.cancel()
    await asyncio.wait([watchdog], timeout=10)
    assert watchdog.done(), "10 s after its cancellation, the watchdog was still running"
    if not watchdog.cancelled():
        pytest.fail(f"the watchdog did not end as cancelled: it returned {watchdog.result()!r}")


@pytest.mark.points(1)
@pytest.mark.public
async def test_a_quiet_application(submission, world):
    """In 5 s without a stall there is nothing to report, and the watchdog still runs."""
    report = world.callback("report")
    watchdog = asyncio.create_task(submission.watch(0.5, 0.1, report))

    await asyncio.sleep(5.25)
    assert told(report) == []
    await ended(watchdog)


@pytest.mark.points(2)
@pytest.mark.public
async def test_one_stall(submission, world):
    """A stall that begins at 0.75 s: the watchdog, due at 1 s, reports once, at its end, how late it was."""
    report = world.callback("report")
    watchdog = asyncio.create_task(submission.watch(0.5, 0.1, report))

    await asyncio.sleep(0.75)
    world.blocking("stall", seconds=1.3)()  # to 2.05
    await asyncio.sleep(5.25)
    assert told(report) == [(2.05, 1.05)]
    await ended(watchdog)


@pytest.mark.points(2)
async def test_two_stalls(submission, world):
    """A stall in the first interval and one later: two reports, each with its own lag, and no other."""
    report = world.callback("report")
    watchdog = asyncio.create_task(submission.watch(0.5, 0.2, report))

    await asyncio.sleep(0.25)
    world.blocking("stall", seconds=1.75)()  # to 2.0
    await asyncio.sleep(2.625)
    world.blocking("stall", seconds=0.875)()  # from 4.625 to 5.5
    await asyncio.sleep(4)
    assert told(report) == [(2.0, 1.5), (5.5, 0.5)]
    await ended(watchdog)


@pytest.mark.points(1)
async def test_small_lags(submission, world):
    """Twenty stalls of 0.08 s, with a limit of 0.1 s, are not reported, also not all of them together."""
    report = world.callback("report")
    watchdog = asyncio.create_task(submission.watch(0.5, 0.1, report))

    await asyncio.sleep(0.49)
    for _ in range(20):
        world.blocking("stall", seconds=0.08)()
        await asyncio.sleep(0.49)
    assert told(report) == []

    world.blocking("stall", seconds=1)()
    await asyncio.sleep(1)
    assert len(report.calls) == 1, f"the stall of 1 s that followed was reported {len(report.calls)} times"
    await ended(watchdog)


@pytest.mark.points(1)
async def test_stalls_that_nobody_is_late_for(submission, world):
    """With an interval of 2 s, stalls of 1 s that end before the watchdog is due are not seen."""
    report = world.callback("report")
    watchdog = asyncio.create_task(submission.watch(2, 0.5, report))

    for _ in range(4):
        await asyncio.sleep(0.5)
        world.blocking("stall", seconds=1)()
        await asyncio.sleep(0.5)
    assert world.elapsed == 8.0
    assert told(report) == []

    await asyncio.sleep(1)
    world.blocking("stall", seconds=3)()
    await asyncio.sleep(1)
    assert told(report) == [(12.0, 2.0)]
    await ended(watchdog)


@pytest.mark.points(1)
async def test_other_tasks_run_on_time(submission, world):
    """Beside the watchdog, another task is woken every 0.3 s exactly: the loop is not blocked."""
    report = world.callback("report")
    watchdog = asyncio.create_task(submission.watch(0.5, 0.1, report))

    woken = []
    for _ in range(10):
        await asyncio.sleep(0.3)
        woken.append(round(world.elapsed, 6))
    assert not watchdog.done(), "the watchdog has ended by itself"
    assert woken == [round(0.3 * number, 6) for number in range(1, 11)]
    assert world.blocked == [], "the watchdog has blocked the loop"
    assert told(report) == []
    await ended(watchdog)


@pytest.mark.points(1)
async def test_cancelled(submission, world):
    """Cancelled after a stall, the watchdog ends as cancelled at once, and reports nothing more."""
    report = world.callback("report")
    watchdog = asyncio.create_task(submission.watch(1, 0.1, report))

    await asyncio.sleep(0.5)
    world.blocking("stall", seconds=1.5)()  # to 2.0
    await asyncio.sleep(0.75)
    await ended(watchdog)
    assert world.elapsed == 2.75

    world.blocking("stall", seconds=1.5)()
    await asyncio.sleep(5)
    assert told(report) == [(2.0, 1.0)]


@pytest.mark.points(1)
async def test_two_watchdogs(submission, world):
    """Of two watchdogs with their own settings, each reports what is too late for it."""
    strict, patient = world.callback("strict"), world.callback("patient")
    watchdogs = [
        asyncio.create_task(submission.watch(0.5, 0.1, strict)),
        asyncio.create_task(submission.watch(1, 1.75, patient)),
    ]

    await asyncio.sleep(1.75)
    world.blocking("stall", seconds=1.25)()  # to 3.0
    await asyncio.sleep(3.75)
    world.blocking("stall", seconds=2.25)()  # from 6.75 to 9.0
    await asyncio.sleep(3)
    assert told(strict) == [(3.0, 1.0), (9.0, 2.0)]
    assert told(patient) == [(9.0, 2.0)]
    for watchdog in watchdogs:
        await ended(watchdog)
