import asyncio

import pytest


async def under_way(world, *machines):
    """Tasks of the submission's program, one for each machine, that have been under way for 0.5 s.

    A machine is (seconds of clean-up, what comes after it): an exception to raise, a value to return, or
    None to end as cancelled.
    """

    async def machine(seconds, after):
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            await asyncio.sleep(seconds)
            if after is None:
                raise
            if isinstance(after, Exception):
                raise after from None
            return after

    watched = world.watched(machine)
    tasks = [world.asyncio("create_task", watched(*settings)) for settings in machines]
    await asyncio.sleep(0.5)
    return watched, tasks


# A `stop` that was cancelled need not ask for the error of a task. The program of the task does.
SEE_TO = """
def see_to(task):
    task.add_done_callback(lambda task: task.cancelled() or task.exception())
"""


def ends(machine):
    """Outcome and end of each machine."""
    return [(call.outcome, call.end) for call in machine.calls]


def plain(errors):
    """Exceptions as plain data, in no particular order."""
    return sorted((type(error).__name__, *error.args) for error in errors)


async def ending(stopping):
    """How a call of `stop` ends. An error that comes out of it comes out here."""
    await asyncio.wait([stopping], timeout=10)
    assert stopping.done(), "10 s later `stop` was still waiting"
    return "cancelled" if stopping.cancelled() else f"returned {stopping.result()}"


@pytest.mark.points(1)
@pytest.mark.public
async def test_three_tasks_tidy_up_together(submission, world):
    """Stopped at 0.5 s, tasks that tidy up for 1, 3 and 2 s have ended at 3.5 s; none has failed."""
    machine, tasks = await under_way(world, (1, None), (3, None), (2, None))

    assert await submission.stop(tasks) == []
    assert world.elapsed == 3.5
    assert ends(machine) == [("cancelled", 1.5), ("cancelled", 3.5), ("cancelled", 2.5)]


@pytest.mark.points(1)
@pytest.mark.public
async def test_one_fails_while_it_tidies_up(submission, world):
    """The second of three tasks fails after 0.5 s: its error is returned when the others have ended, too."""
    reason = f"valve {world.random.randrange(10**6)} is stuck"
    machine, tasks = await under_way(world, (1, None), (0.5, OSError(reason)), (2, None))

    assert plain(await submission.stop(tasks)) == [("OSError", reason)]
    assert world.elapsed == 2.5
    assert ends(machine) == [("cancelled", 1.5), ("failed", 1.0), ("cancelled", 2.5)]


@pytest.mark.points(1)
async def test_all_fail(submission, world):
    """If all three tasks fail, one of them with a TimeoutError, all three errors are returned."""
    reasons = [f"reason {world.random.randrange(10**6)}" for _ in range(3)]
    failures = [
        kind(reason) for kind, reason in zip((ValueError, TimeoutError, OSError), reasons, strict=True)
    ]
    _, tasks = await under_way(world, (2, failures[0]), (1, failures[1]), (2, failures[2]))

    assert plain(await submission.stop(tasks)) == plain(failures)
    assert world.elapsed == 2.5


@pytest.mark.points(1)
async def test_tasks_that_have_ended_before(submission, world):
    """Tasks that had ended before do no harm; with no task left to wait for, it returns at once."""
    quick = world.service("quick", seconds=0.25, answer=world.random.randrange(10**6))
    returned = world.asyncio("create_task", quick())
    machine, (cancelled, running) = await under_way(world, (0.25, None), (2, None))
    cancelled.cancel()
    await asyncio.sleep(0.5)

    assert await submission.stop([returned, running, cancelled]) == []
    assert world.elapsed == 3.0
    assert ends(machine) == [("cancelled", 0.75), ("cancelled", 3.0)]

    assert await submission.stop([returned, running, cancelled]) == []
    assert await submission.stop([]) == []
    assert world.elapsed == 3.0


@pytest.mark.points(1)
async def test_a_task_that_returns_after_all(submission, world):
    """Tasks that tidy up and then return a text, be it an empty one, have not failed."""
    answer = f"at rest after {world.random.randrange(10**6)} turns"
    machine, tasks = await under_way(world, (1, answer), (2, ""), (0.5, None))

    assert await submission.stop(tasks) == []
    assert world.elapsed == 2.5
    assert ends(machine) == [("ok", 1.5), ("ok", 2.5), ("cancelled", 1.0)]


@pytest.mark.points(1)
async def test_an_iterator_and_a_set(submission, world):
    """The tasks may come from an iterator that can be walked through once, or in a set."""
    for collect in (iter, set):
        start = world.elapsed
        reason = f"valve {world.random.randrange(10**6)} is stuck"
        machine, tasks = await under_way(world, (1, None), (2, OSError(reason)))

        assert plain(await submission.stop(collect(tasks))) == [("OSError", reason)]
        assert world.elapsed == start + 2.5
        assert ends(machine) == [("cancelled", start + 1.5), ("failed", start + 2.5)]


@pytest.mark.points(1)
async def test_a_long_clean_up(submission, world):
    """A task that tidies up for an hour is waited for, and then fails: its error is returned."""
    reason = f"lamp {world.random.randrange(10**6)} is broken"
    machine, tasks = await under_way(world, (1, None), (3600, OSError(reason)))

    assert plain(await submission.stop(tasks)) == [("OSError", reason)]
    assert world.elapsed == 3600.5
    assert ends(machine) == [("cancelled", 1.5), ("failed", 3600.5)]


@pytest.mark.points(1)
async def test_stop_is_cancelled(submission, world):
    """Cancelled 1.5 s later, it ends as cancelled when all three tasks have tidied up undisturbed."""
    machine, tasks = await under_way(world, (1, None), (3, None), (2, None))
    stopping = asyncio.create_task(submission.stop(tasks))

    await asyncio.sleep(1.5)
    stopping.cancel()

    assert await ending(stopping) == "cancelled"
    assert world.elapsed == 3.5
    assert ends(machine) == [("cancelled", 1.5), ("cancelled", 3.5), ("cancelled", 2.5)]


@pytest.mark.points(1)
async def test_stop_is_cancelled_several_times(submission, world):
    """Cancelled four times, twice of them at the same moment, it still waits for the last task."""
    machine, tasks = await under_way(world, (3, None), (1, None))
    stopping = asyncio.create_task(submission.stop(tasks))

    await asyncio.sleep(0.5)
    stopping.cancel()
    await asyncio.sleep(1)
    stopping.cancel()
    stopping.cancel()
    await asyncio.sleep(1)
    stopping.cancel()

    assert await ending(stopping) == "cancelled"
    assert world.elapsed == 3.5
    assert ends(machine) == [("cancelled", 3.5), ("cancelled", 1.5)]


@pytest.mark.points(1)
async def test_stop_is_cancelled_and_a_task_fails(submission, world):
    """Cancelled 0.5 s later, it ends as cancelled after the last task, even if another one fails meanwhile."""
    reason = f"valve {world.random.randrange(10**6)} is stuck"
    machine, tasks = await under_way(world, (1, OSError(reason)), (2, None))
    [see_to] = world.there(SEE_TO, "see_to")
    see_to(tasks[0])
    stopping = asyncio.create_task(submission.stop(tasks))

    await asyncio.sleep(0.5)
    stopping.cancel()

    assert await ending(stopping) == "cancelled"
    assert world.elapsed == 2.5
    assert ends(machine) == [("failed", 1.5), ("cancelled", 2.5)]
