import asyncio

import pytest


def flaky(world, *ends, name="op", seconds=0.5):
    """An operation whose calls end like this, one after the other: an exception is raised, else returned.

    The last end is that of all further calls too.
    """
    ends = list(ends)

    async def op():
        end = ends.pop(0) if len(ends) > 1 else ends[0]
        await asyncio.sleep(seconds)
        if isinstance(end, Exception):
            raise end
        return end

    return world.watched(op, name)


def starts(op):
    """When the calls began."""
    return [call.start for call in op.calls]


def some(world):
    """A value that nobody can guess."""
    return f"received {world.random.randrange(10**6)}"


def same(delay):
    """No jitter at all: wait exactly the delay."""
    return delay


@pytest.mark.points(1)
@pytest.mark.public
async def test_works_at_once_or_at_the_second_call(submission, world):
    """What works at once is called once, without a wait; one failure costs one wait of 1 s."""
    values = [some(world), some(world)]
    settings = {"attempts": 5, "base": 1, "cap": 10, "jitter": same, "retry_on": (OSError,)}

    fine = flaky(world, values[0], name="fine")
    assert await submission.retry(fine, **settings) == values[0]
    assert world.elapsed == 0.5
    assert starts(fine) == [0.0]

    shaky = flaky(world, OSError("noise"), values[1], name="shaky")
    assert await submission.retry(shaky, **settings) == values[1]
    assert world.elapsed == 2.5
    assert starts(shaky) == [0.5, 2.0]


@pytest.mark.points(2)
async def test_the_delays_double_up_to_the_cap(submission, world):
    """After 4 failures of 0.5 s, with base 1 and cap 5, the calls begin at 0, 1.5, 4, 8.5 and 14 s."""
    value = some(world)
    op = flaky(world, *[OSError("noise")] * 4, value)

    result = await submission.retry(op, attempts=9, base=1, cap=5, jitter=same, retry_on=(OSError,))

    assert starts(op) == [0.0, 1.5, 4.0, 8.5, 14.0]
    assert result == value
    assert world.elapsed == 14.5

    far = flaky(world, *[OSError("noise")] * 6, value, name="far", seconds=0)
    result = await submission.retry(far, attempts=7, base=0.75, cap=20, jitter=same, retry_on=(OSError,))
    assert starts(far) == [14.5, 15.25, 16.75, 19.75, 25.75, 37.75, 57.75]
    assert result == value


@pytest.mark.points(1)
async def test_a_cap_below_the_base(submission, world):
    """With base 4 and cap 3, each wait is 3 s. The calls of 5 s may take longer than that."""
    value = some(world)
    op = flaky(world, *[OSError("noise")] * 2, value, seconds=5)

    result = await submission.retry(op, attempts=3, base=4, cap=3, jitter=same, retry_on=(OSError,))

    assert starts(op) == [0.0, 8.0, 16.0]
    assert result == value
    assert world.elapsed == 21.0


@pytest.mark.points(1)
async def test_the_last_failure_comes_out_at_once(submission, world):
    """With 4 attempts, the error of the fourth call comes out at 9 s; with 1 attempt, that of the first."""
    number = world.random.randrange(10**6)
    errors = [OSError("first"), TimeoutError("second"), OSError("third"), ConnectionError(f"fourth {number}")]
    op = flaky(world, *errors, "no more")
    settings = {"base": 1, "cap": 9, "jitter": same, "retry_on": (OSError,)}

    with pytest.raises(ConnectionError, match=f"^fourth {number}$"):
        await submission.retry(op, attempts=4, **settings)
    assert world.elapsed == 9.0
    assert starts(op) == [0.0, 1.5, 4.0, 8.5]

    once = flaky(world, OSError(f"only {number}"), "no more", name="once")
    with pytest.raises(OSError, match=f"^only {number}$"):
        await submission.retry(once, attempts=1, **settings)
    assert world.elapsed == 9.5
    assert starts(once) == [9.0]


@pytest.mark.points(1)
@pytest.mark.public
async def test_other_errors_come_out_at_once(submission, world):
    """A ValueError that is not in `retry_on` comes out at once: from the first call, and from the second."""
    number = world.random.randrange(10**6)
    settings = {"attempts": 4, "base": 1, "cap": 9, "jitter": same}
    wrong = flaky(world, ValueError(f"a mistake {number}"), "no more", name="wrong")
    with pytest.raises(ValueError, match=f"^a mistake {number}$"):
        await submission.retry(wrong, retry_on=(OSError, KeyError), **settings)
    assert world.elapsed == 0.5
    assert starts(wrong) == [0.0]

    later = flaky(world, OSError("noise"), ValueError(f"a mistake {number}"), "no more", name="later")
    with pytest.raises(ValueError, match=f"^a mistake {number}$"):
        await submission.retry(later, retry_on=(OSError, KeyError), **settings)
    assert world.elapsed == 2.5
    assert starts(later) == [0.5, 2.0]

    strict = flaky(world, TimeoutError("noise"), "no more", name="strict")
    with pytest.raises(TimeoutError, match="noise"):
        await submission.retry(strict, retry_on=(), **settings)
    assert world.elapsed == 3.0


@pytest.mark.points(1)
async def test_all_classes_and_their_subclasses(submission, world):
    """Of the classes in `retry_on`, each one counts, and so do subclasses; a returned None is a success."""
    ends = [KeyError("a"), ConnectionResetError("b"), LookupError("c"), IndexError("d"), None, "no more"]
    op = flaky(world, *ends)

    result = await submission.retry(
        op, attempts=9, base=1, cap=1, jitter=same, retry_on=(OSError, LookupError)
    )

    assert result is None
    assert starts(op) == [0.0, 1.5, 3.0, 4.5, 6.0]
    assert world.elapsed == 6.5


@pytest.mark.points(1)
async def test_jitter_decides_how_long_each_wait_is(submission, world):
    """What `jitter` makes of each delay is waited: less, nothing, or even more than the cap."""
    value = some(world)
    half = flaky(world, *[OSError("noise")] * 3, value, name="half")
    settings = {"attempts": 4, "base": 1, "cap": 3, "retry_on": (OSError,)}
    result = await submission.retry(half, jitter=lambda delay: delay / 2, **settings)
    assert starts(half) == [0.0, 1.0, 2.5, 4.5]
    assert result == value
    assert world.elapsed == 5.0

    wide = flaky(world, *[OSError("noise")] * 3, value, name="wide")
    result = await submission.retry(
        wide, jitter=lambda delay: {1: 0.25, 2: 0, 3: 4.5}.get(delay, 0), **settings
    )
    assert starts(wide) == [5.0, 5.75, 6.25, 11.25]
    assert result == value


@pytest.mark.points(1)
async def test_cancelled(submission, world):
    """Cancelled during a call, or during a wait, it ends as cancelled at once, and `op` is not called again."""
    settings = {"attempts": 4, "base": 1, "cap": 9, "jitter": same, "retry_on": (Exception,)}
    op = world.service("op", seconds=3, cleanup=0.5)
    in_call = asyncio.create_task(submission.retry(op, **settings))
    await asyncio.sleep(0.2)
    in_call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await in_call
    assert world.elapsed == 0.7
    assert [(call.outcome, call.end) for call in op.calls] == [("cancelled", 0.7)]

    shaky = flaky(world, OSError("noise"), "no more", name="shaky")
    in_wait = asyncio.create_task(submission.retry(shaky, **settings))
    await asyncio.sleep(1)
    in_wait.cancel()
    with pytest.raises(asyncio.CancelledError):
        await in_wait
    assert world.elapsed == 1.7

    await asyncio.sleep(20)
    assert [call.label for call in world.calls] == ["op", "shaky"]


@pytest.mark.points(1)
async def test_two_stations_at_the_same_time(submission, world):
    """Two stations that try again at the same time do not disturb each other: one is done at 3.5 s, one at 5 s."""
    values = [some(world), some(world)]
    a = flaky(world, *[OSError("noise")] * 2, values[0], name="a", seconds=0.25)
    b = flaky(world, *[OSError("noise")] * 2, values[1], name="b")

    results = await asyncio.gather(
        submission.retry(a, attempts=3, base=1, cap=1.75, jitter=same, retry_on=(OSError,)),
        submission.retry(b, attempts=3, base=1.5, cap=2, jitter=same, retry_on=(OSError,)),
        return_exceptions=True,
    )

    assert results == values
    assert starts(a) == [0.0, 1.25, 3.25]
    assert starts(b) == [0.0, 2.0, 4.5]
    assert world.elapsed == 5.0
