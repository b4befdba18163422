import asyncio

import pytest

pytestmark = pytest.mark.limits(handovers=2_000)  # a loop that never waits is over sooner


def scale(world, broken=()):
    """A scale whose readings nobody can guess; those whose numbers are in `broken` fail."""
    values = [world.random.randrange(1, 10**6) for _ in range(20)]
    turns = iter(range(20))

    async def read():
        turn = next(turns)
        if turn in broken:
            raise OSError("no signal")
        return values[turn]

    return world.watched(read), values


async def stopped(logger, seconds):
    """How the logger ends when it is cancelled after so many seconds."""
    await asyncio.sleep(seconds)
    logger.cancel()
    await asyncio.wait([logger], timeout=5)
    assert logger.done(), "5 s after it was cancelled, the logger was still running"
    if logger.cancelled():
        return "cancelled"
    return f"returned {logger.result()}"  # or raises what came out


def starts(watched):
    return [call.start for call in watched.calls]


def written(flush):
    """What was written, when it began, and when it was done."""
    return [(*call.args, call.start, call.end) for call in flush.calls]


@pytest.mark.points(2)
@pytest.mark.public
async def test_the_readings_are_written(submission, world):
    """Cancelled at 2.5 s, it writes the readings of 0, 1 and 2 s, and that is done at 3 s."""
    read, values = scale(world)
    flush = world.service("flush", seconds=0.5)
    logger = asyncio.create_task(submission.log_sensor(read, flush))

    await stopped(logger, 2.5)

    assert starts(read) == [0.0, 1.0, 2.0]
    assert written(flush) == [(values[:3], 2.5, 3.0)]


@pytest.mark.points(2)
async def test_it_ends_as_cancelled(submission, world):
    """Cancelled at 2.5 s, it ends as cancelled at 3 s, when everything is written."""
    read, values = scale(world)
    flush = world.service("flush", seconds=0.5)
    logger = asyncio.create_task(submission.log_sensor(read, flush))

    assert await stopped(logger, 2.5) == "cancelled"
    assert world.elapsed == 3.0
    assert written(flush) == [(values[:3], 2.5, 3.0)]


@pytest.mark.points(1)
@pytest.mark.public
async def test_a_bad_reading_is_skipped(submission, world):
    """If the second of three readings fails, the first and the third are written."""
    read, values = scale(world, broken=[1])
    flush = world.service("flush", seconds=0.5)
    logger = asyncio.create_task(submission.log_sensor(read, flush))

    await stopped(logger, 2.5)

    assert starts(read) == [0.0, 1.0, 2.0]
    assert written(flush) == [([values[0], values[2]], 2.5, 3.0)]


@pytest.mark.points(1)
async def test_the_first_and_the_last_reading_fail(submission, world):
    """Of seven readings the first two and the last fail; the other four are written."""
    read, values = scale(world, broken=[0, 1, 6])
    flush = world.service("flush", seconds=2)
    logger = asyncio.create_task(submission.log_sensor(read, flush))

    assert await stopped(logger, 6.25) == "cancelled"
    assert starts(read) == [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0]
    assert written(flush) == [(values[2:6], 6.25, 8.25)]


@pytest.mark.points(1)
async def test_twenty_minutes(submission, world):
    """Cancelled after twenty minutes, it writes the 1200 readings that it has taken, one in each second."""
    values = [world.random.randrange(1, 10**6) for _ in range(1200)]
    times, files = [], []

    async def read():  # neither of these is watched: so many marks fit in no picture
        times.append(world.elapsed)
        return values[len(times) - 1]

    async def flush(readings):
        await asyncio.sleep(0.5)
        files.append(readings)

    logger = asyncio.create_task(submission.log_sensor(read, flush))

    await asyncio.sleep(1199.5)
    assert not logger.done(), "the logger has ended by itself, before twenty minutes were over"
    assert await stopped(logger, 0) == "cancelled"
    assert world.elapsed == 1200.0
    assert times == [float(second) for second in range(1200)], "a reading was left out, or came too late"
    assert files == [values], "what was written is not what was read"


@pytest.mark.points(1)
async def test_a_reading_of_zero(submission, world):
    """A reading of 0 is written like any other."""
    weight = world.random.randrange(1, 10**6)
    readings = iter([0, weight, 0])
    read = world.service("read", answer=lambda: next(readings))
    flush = world.service("flush", seconds=0.5)
    logger = asyncio.create_task(submission.log_sensor(read, flush))

    await stopped(logger, 2.5)

    assert written(flush) == [([0, weight, 0], 2.5, 3.0)]


@pytest.mark.points(1)
async def test_there_is_nothing_to_write(submission, world):
    """If every reading fails, it still ends as cancelled, and has tried once a second until then."""
    read, _ = scale(world, broken=range(20))
    flush = world.service("flush", seconds=0.5)
    logger = asyncio.create_task(submission.log_sensor(read, flush))

    assert await stopped(logger, 2.5) == "cancelled"
    assert starts(read) == [0.0, 1.0, 2.0]
    assert [call.args for call in flush.calls] in ([], [([],)]), "something was written that was never read"


@pytest.mark.points(1)
async def test_two_loggers(submission, world):
    """Two loggers at the same time, cancelled at 1.5 and at 3.75 s, write their own readings."""
    (first, first_values), (second, second_values) = scale(world), scale(world)
    first_flush = world.service("first flush", seconds=0.5)
    second_flush = world.service("second flush", seconds=0.5)
    loggers = [
        asyncio.create_task(submission.log_sensor(first, first_flush)),
        asyncio.create_task(submission.log_sensor(second, second_flush)),
    ]

    assert await asyncio.gather(stopped(loggers[0], 1.5), stopped(loggers[1], 3.75)) == ["cancelled"] * 2
    assert written(first_flush) == [(first_values[:2], 1.5, 2.0)]
    assert written(second_flush) == [(second_values[:4], 3.75, 4.25)]
