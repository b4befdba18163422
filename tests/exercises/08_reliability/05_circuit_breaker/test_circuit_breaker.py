import asyncio

import pytest


def bank(world, *ends, seconds=1, name="op"):
    """A service whose calls end like this, one after the other: an exception is raised, anything else returned.

    `seconds` is the same for all calls, or a list like `ends`. The last end is that of all further calls too.
    """
    ends = list(ends)
    times = list(seconds) if isinstance(seconds, list) else [seconds]

    async def op():
        end = ends.pop(0) if len(ends) > 1 else ends[0]
        await asyncio.sleep(times.pop(0) if len(times) > 1 else times[0])
        if isinstance(end, Exception):
            raise end
        return end

    return world.watched(op, name)


def trouble(number=""):
    return OSError(f"no answer {number}".strip())


def some(world):
    """A value that nobody can guess."""
    return f"paid {world.random.randrange(10**6)}"


async def ending(submission, world, breaker):
    """How a call of the breaker ends, in words, and when."""
    try:
        value = await breaker.call()
    except submission.CircuitOpen:
        return "refused", world.elapsed
    except Exception as error:
        return f"{type(error).__name__}: {error}", world.elapsed
    return value, world.elapsed


async def endings(submission, world, breaker, count):
    """How so many calls end, one after the other; without the times."""
    return [(await ending(submission, world, breaker))[0] for _ in range(count)]


async def until(world, moment):
    await asyncio.sleep(moment - world.elapsed)


def starts(op):
    return [call.start for call in op.calls]


async def cancelled(world, breaker, after):
    """A call that is cancelled after so many seconds."""
    call = asyncio.create_task(breaker.call())
    await asyncio.sleep(after)
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call


@pytest.mark.points(1)
@pytest.mark.public
async def test_three_failures_in_a_row(submission, world):
    """Threshold 3: after two failures and a success, three failures open it; the next call is refused at once."""
    value = some(world)
    op = bank(world, trouble(), trouble(), value, trouble(), trouble(), trouble(), "not asked")
    breaker = submission.Breaker(op, 3, 10)
    failed = "OSError: no answer"

    assert await endings(submission, world, breaker, 7) == [
        failed,
        failed,
        value,
        failed,
        failed,
        failed,
        "refused",
    ]
    assert world.elapsed == 6.0
    assert starts(op) == [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]


@pytest.mark.points(1)
@pytest.mark.public
async def test_a_probe_closes_it(submission, world):
    """Opened at 3 s with cooldown 10, it refuses a call at 12.9 s; at 13 s a probe goes through and closes it."""
    values = [some(world) for _ in range(3)]
    op = bank(world, *[trouble()] * 3, *values)
    breaker = submission.Breaker(op, 3, 10)
    await endings(submission, world, breaker, 3)

    for moment in (3, 8, 12.9):
        await until(world, moment)
        assert await ending(submission, world, breaker) == ("refused", moment)
    await until(world, 13)
    assert await ending(submission, world, breaker) == (values[0], 14.0)
    assert await endings(submission, world, breaker, 2) == values[1:]
    assert starts(op) == [0.0, 1.0, 2.0, 13.0, 14.0, 15.0]


@pytest.mark.points(1)
async def test_one_probe_only(submission, world):
    """Of five calls at 13 s one is the probe, of 12 s; the others, and those at 13.5 and 24 s, are refused at once."""
    value = some(world)
    op = bank(world, *[trouble()] * 3, value, seconds=[1, 1, 1, 12, 1])
    breaker = submission.Breaker(op, 3, 10)
    await endings(submission, world, breaker, 3)

    await until(world, 13)
    calls = [asyncio.create_task(ending(submission, world, breaker)) for _ in range(5)]
    for moment in (13.5, 24):
        await until(world, moment)
        assert await ending(submission, world, breaker) == ("refused", moment)
    ends = await asyncio.gather(*calls)
    assert sorted(ends, key=lambda end: end[1]) == [("refused", 13.0)] * 4 + [(value, 25.0)]

    ends = await asyncio.gather(*(ending(submission, world, breaker) for _ in range(3)))
    assert ends == [(value, 26.0)] * 3
    assert starts(op) == [0.0, 1.0, 2.0, 13.0, 25.0, 25.0, 25.0]


@pytest.mark.points(1)
async def test_a_probe_fails(submission, world):
    """The probe fails at 14 s, with its own error: the circuit is open until 24 s, and then there is a probe again."""
    value, number = some(world), world.random.randrange(10**6)
    op = bank(world, *[trouble()] * 3, trouble(number), KeyError(number), value)
    breaker = submission.Breaker(op, 3, 10)
    await endings(submission, world, breaker, 3)

    await until(world, 13)
    assert await ending(submission, world, breaker) == (f"OSError: no answer {number}", 14.0)
    assert await ending(submission, world, breaker) == ("refused", 14.0)
    await until(world, 23.9)
    assert await ending(submission, world, breaker) == ("refused", 23.9)
    await until(world, 24)
    assert await ending(submission, world, breaker) == (f"KeyError: {number}", 25.0)
    await until(world, 34.9)
    assert await ending(submission, world, breaker) == ("refused", 34.9)
    await until(world, 36)
    assert await ending(submission, world, breaker) == (value, 37.0)
    assert starts(op) == [0.0, 1.0, 2.0, 13.0, 24.0, 36.0]


@pytest.mark.points(1)
async def test_the_count_starts_anew(submission, world):
    """After a probe that has closed the circuit, three failures open it again, also with a minute between them."""
    value = some(world)
    two, three = [trouble()] * 2, [trouble()] * 3
    op = bank(world, *three, value, *two, value, *three, value, *three, value, *three, "not asked")
    breaker = submission.Breaker(op, 3, 10)
    await endings(submission, world, breaker, 3)
    await until(world, 13)

    failed = "OSError: no answer"
    assert await endings(submission, world, breaker, 4) == [value, failed, failed, value]
    assert await endings(submission, world, breaker, 4) == [failed, failed, failed, "refused"]
    assert world.elapsed == 20.0

    await until(world, 30)
    assert await endings(submission, world, breaker, 5) == [value, failed, failed, failed, "refused"]
    assert world.elapsed == 34.0

    await until(world, 50)
    ends = [await ending(submission, world, breaker)]
    for moment in (60, 120, 180):
        await until(world, moment)
        ends.append(await ending(submission, world, breaker))
    ends.append(await ending(submission, world, breaker))
    assert ends == [(value, 51.0), (failed, 61.0), (failed, 121.0), (failed, 181.0), ("refused", 181.0)]


@pytest.mark.points(1)
async def test_cancelled_calls_count_as_nothing(submission, world):
    """Three cancelled calls open nothing, and one cancelled call between failures does not end their row."""
    value = some(world)
    op = bank(world, value, value, value, trouble(), trouble(), value, trouble(), "not asked")
    breaker = submission.Breaker(op, 3, 10)

    for _ in range(3):
        await cancelled(world, breaker, 0.5)
    assert world.elapsed == 1.5
    failed = "OSError: no answer"
    assert await endings(submission, world, breaker, 2) == [failed, failed]
    await cancelled(world, breaker, 0.5)
    assert await endings(submission, world, breaker, 2) == [failed, "refused"]
    assert starts(op) == [0.0, 0.5, 1.0, 1.5, 2.5, 3.5, 4.0]
    assert [call.outcome for call in op.calls] == ["cancelled"] * 3 + ["failed"] * 2 + ["cancelled", "failed"]


@pytest.mark.points(1)
async def test_a_probe_is_cancelled(submission, world):
    """A probe is cancelled at 13.5 s and cleans up until 15.5 s; the call after that is a probe again."""
    value = some(world)
    works = False

    async def service():
        if not works:
            raise trouble()
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            await asyncio.sleep(2)
            raise
        return value

    op = world.watched(service, "op")
    breaker = submission.Breaker(op, 3, 10)
    await endings(submission, world, breaker, 3)
    works = True
    await until(world, 13)

    probe = asyncio.create_task(cancelled(world, breaker, 0.5))
    await until(world, 14.5)
    ends = [await ending(submission, world, breaker)]
    await probe
    assert world.elapsed == 15.5
    both = await asyncio.gather(*(ending(submission, world, breaker) for _ in range(2)))
    ends += sorted(both, key=lambda end: end[1])
    await until(world, 40)
    ends.append(await ending(submission, world, breaker))

    assert ends == [("refused", 14.5), ("refused", 15.5), (value, 16.5), (value, 41.0)]
    assert starts(op) == [0.0, 0.0, 0.0, 13.0, 15.5, 40.0]


@pytest.mark.points(2)
async def test_calls_at_the_same_time(submission, world):
    """Calls at the same time go on at the same time; failures are in a row as they end, and not as they start."""
    value = some(world)
    op = bank(
        world, trouble(1), value, trouble(2), trouble(3), "too late", seconds=[3, 2, 1, 4, 1], name="first"
    )
    breaker = submission.Breaker(op, 2, 10)

    ends = await asyncio.gather(*(ending(submission, world, breaker) for _ in range(4)))

    assert ends == [
        ("OSError: no answer 1", 3.0),
        (value, 2.0),
        ("OSError: no answer 2", 1.0),
        ("OSError: no answer 3", 4.0),
    ]
    assert starts(op) == [0.0] * 4
    assert await ending(submission, world, breaker) == ("refused", 4.0)
    await until(world, 13.9)
    assert await ending(submission, world, breaker) == ("refused", 13.9)
    await until(world, 14)
    assert await ending(submission, world, breaker) == ("too late", 15.0)


@pytest.mark.points(1)
async def test_two_breakers(submission, world):
    """Two breakers have a state each: one opens at its first failure, of any kind; for the other, None is a success."""
    one_op = bank(world, ValueError("no card"), "not asked", name="one")
    other_op = bank(world, trouble(), None, TimeoutError("slow"), None, trouble(), "paid", name="other")
    one, other = submission.Breaker(one_op, 1, 100), submission.Breaker(other_op, 2, 100)

    assert await endings(submission, world, one, 2) == ["ValueError: no card", "refused"]
    assert await endings(submission, world, other, 6) == [
        "OSError: no answer",
        None,
        "TimeoutError: slow",
        None,
        "OSError: no answer",
        "paid",
    ]
    assert (len(one_op.calls), len(other_op.calls)) == (1, 6)
