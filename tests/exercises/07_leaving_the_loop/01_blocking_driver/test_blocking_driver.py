import asyncio

import pytest

# In no order that a program could fall into by itself.
SENSORS = ["soil", "air", "light", "door", "tank", "roof", "fog", "heat"]


def greenhouse(world, count):
    """Distinct sensors, and a reading for each that cannot be guessed. 0 is a reading, too."""
    sensors = SENSORS[:count]
    readings = dict(zip(sensors, world.random.sample(range(1000, 10_000), count), strict=True))
    if count > 1:
        readings[sensors[-1]] = 0
    return sensors, readings


async def beside_a_heart(world, work):
    """When a heart on the same loop has beaten while `work` was under way."""
    beats = []

    async def beat():
        while True:
            await asyncio.sleep(0.5)
            beats.append(float(world.elapsed))

    heart = asyncio.create_task(beat())
    try:
        await asyncio.wait([work])
    finally:
        heart.cancel()
    return beats


def assert_loop_was_free(world):
    assert world.blocked == [], "a blocking call was made in the event loop's own thread"


@pytest.mark.points(2)
@pytest.mark.public
async def test_three_sensors_are_read_in_two_seconds(submission, world):
    """Three sensors of 2 s each are read in 2 s."""
    sensors, readings = greenhouse(world, 3)
    read = world.blocking("read", seconds=2, answer=readings)

    assert await submission.read_all(read, sensors) == [readings[sensor] for sensor in sensors]
    assert world.elapsed == 2.0


@pytest.mark.points(2)
@pytest.mark.public
async def test_the_heart_beats_while_the_sensors_are_read(submission, world):
    """While three sensors are read for 2.2 s, a heartbeat on the same loop comes every 0.5 s."""
    sensors, readings = greenhouse(world, 3)
    read = world.blocking("read", seconds=2.2, answer=readings)
    work = asyncio.create_task(submission.read_all(read, sensors))

    beats = await beside_a_heart(world, work)

    assert work.result() == [readings[sensor] for sensor in sensors]
    assert beats[:4] == [0.5, 1.0, 1.5, 2.0]
    assert_loop_was_free(world)


@pytest.mark.points(1)
async def test_readings_come_in_the_order_of_the_sensors(submission, world):
    """Sensors of 1.23, 3.21, 0.42 and 2.1 s: all begin at 0 s, and the readings are in the list's order."""
    sensors, readings = greenhouse(world, 4)
    seconds = dict(zip(sensors, [1.23, 3.21, 0.42, 2.1], strict=True))
    read = world.blocking("read", seconds=seconds, answer=readings)

    assert await submission.read_all(read, sensors) == [readings[sensor] for sensor in sensors]
    assert world.elapsed == 3.21
    assert {call.args[0]: (call.start, call.end) for call in read.calls} == {
        sensor: (0.0, seconds[sensor]) for sensor in sensors
    }
    assert len(read.calls) == 4, f"the driver was called {len(read.calls)} times for 4 sensors"


@pytest.mark.points(1)
async def test_eight_sensors_one_and_none(submission, world):
    """Eight sensors take as long as one; none take no time."""
    sensors, readings = greenhouse(world, 8)
    read = world.blocking("read", seconds=1.3, answer=readings)

    assert await submission.read_all(read, sensors) == [readings[sensor] for sensor in sensors]
    assert world.elapsed == 1.3
    assert await submission.read_all(read, sensors[4:5]) == [readings[sensors[4]]]
    assert world.elapsed == 2.6
    assert await submission.read_all(read, []) == []
    assert world.elapsed == 2.6
    assert len(read.calls) == 9
    assert_loop_was_free(world)


@pytest.mark.points(1)
async def test_a_sensor_fails(submission, world):
    """One of three sensors fails, the first, the second or the last: its own exception comes out, in debug mode too."""
    world.asyncio("get_running_loop").set_debug(True)
    sensors, readings = greenhouse(world, 3)
    for bad, kind in zip(sensors, [OSError, ValueError, KeyError], strict=True):
        reason = f"cable {world.random.randrange(10**6)}"
        read = world.blocking("read", seconds=1, answer=readings, error={bad: kind(reason)})
        begin = world.elapsed

        with pytest.raises(kind) as caught:
            await submission.read_all(read, sensors)

        assert (type(caught.value), caught.value.args) == (kind, (reason,))
        assert world.elapsed - begin == 1.0
        assert len(read.calls) == 3, f"{len(read.calls)} of 3 sensors were read"
        await asyncio.sleep(1)


@pytest.mark.points(1)
async def test_the_heart_beats_when_a_sensor_fails(submission, world):
    """A sensor fails after 0.7 s, and two others need 3.2 s: the loop is free all the time."""
    sensors, readings = greenhouse(world, 3)
    reason = f"cable {world.random.randrange(10**6)}"
    for bad in (sensors[0], sensors[2]):
        seconds = dict.fromkeys(sensors, 3.2) | {bad: 0.7}
        read = world.blocking("read", seconds=seconds, answer=readings, error={bad: OSError(reason)})
        begin = float(world.elapsed)
        work = asyncio.create_task(submission.read_all(read, sensors))

        beats = await beside_a_heart(world, work)
        await asyncio.sleep(begin + 4 - float(world.elapsed))

        assert beats[:1] == [begin + 0.5]
        assert_loop_was_free(world)
        with pytest.raises(OSError) as caught:
            work.result()
        assert caught.value.args == (reason,)


@pytest.mark.points(1)
async def test_cancelled(submission, world):
    """Cancelled after 0.75 s, it ends as cancelled, at 2 s at the latest, and the loop is free meanwhile."""
    sensors, readings = greenhouse(world, 3)
    read = world.blocking("read", seconds=2, answer=readings)
    work = asyncio.create_task(submission.read_all(read, sensors))
    await asyncio.sleep(0.75)

    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    ended = world.elapsed
    await asyncio.sleep(4)

    assert ended <= 2.0, f"cancelled at 0.75 s, it ended at {ended:g} s; the last read had ended at 2 s"
    assert len(read.calls) == 3, f"{len(read.calls)} reads were begun, expected 3"
    assert_loop_was_free(world)


@pytest.mark.points(1)
async def test_two_calls_in_debug_mode(submission, world):
    """Two calls at the same time, of five and three sensors, while asyncio's debug mode looks on."""
    world.asyncio("get_running_loop").set_debug(True)
    sensors, readings = greenhouse(world, 8)
    read = world.blocking("read", seconds=1.5, answer=readings)

    found = await asyncio.gather(
        submission.read_all(read, sensors[:5]), submission.read_all(read, sensors[5:])
    )

    assert found == [
        [readings[sensor] for sensor in sensors[:5]],
        [readings[sensor] for sensor in sensors[5:]],
    ]
    assert world.elapsed == 1.5
