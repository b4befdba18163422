import asyncio

import pytest


def server(world, *ends, name="load", seconds=2, cleanup=0):
    """A server whose loads of each key end like this, one after the other: an exception is raised, else returned.

    The last end is that of all further loads of a key too. A load that is stopped goes on for `cleanup` seconds.
    """
    left = {}

    async def load(key):
        mine = left.setdefault(key, list(ends))
        end = mine.pop(0) if len(mine) > 1 else mine[0]
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            await asyncio.sleep(cleanup)
            raise
        if isinstance(end, Exception):
            raise end
        return end

    return world.watched(load, name)


def answers(world, count):
    """Values that nobody can guess, all different."""
    return [f"{number}: platform {world.random.randrange(10**6)}" for number in range(count)]


def loads(load):
    """Which keys were loaded, and when the loads began."""
    return [(call.args[0], call.start) for call in load.calls]


async def until(world, moment):
    await asyncio.sleep(moment - world.elapsed)


async def cancelled(task):
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


def plain(ends):
    """Values as they are, and exceptions as plain data."""
    return [(type(end).__name__, *end.args) if isinstance(end, BaseException) else end for end in ends]


@pytest.mark.points(1)
@pytest.mark.public
async def test_five_callers_share_one_load(submission, world):
    """Five callers of one key at 0 s, and one at 1.5 s, share one load: all have the value at 2 s."""
    (value,) = answers(world, 1)
    load = server(world, value)
    cache = submission.Cache(load, 10)

    early = asyncio.gather(*(cache.get("central") for _ in range(5)))
    await until(world, 1.5)
    late = asyncio.gather(cache.get("central"))

    assert await early + await late == [value] * 6
    assert world.elapsed == 2.0
    assert loads(load) == [("central", 0.0)]


@pytest.mark.points(1)
@pytest.mark.public
async def test_a_value_lives_ten_seconds(submission, world):
    """With a ttl of 10 s, a value that arrives at 2 s is returned at 11.9 s, and is stale at 12 s."""
    first, second, third = answers(world, 3)
    load = server(world, first, second, third)
    cache = submission.Cache(load, 10)

    assert await cache.get("central") == first
    await until(world, 11.9)
    assert await cache.get("central") == first
    assert world.elapsed == 11.9
    await until(world, 12)
    assert await cache.get("central") == second
    assert world.elapsed == 14.0
    await until(world, 23.9)
    assert await cache.get("central") == second
    await until(world, 40)
    assert await cache.get("central") == third
    assert loads(load) == [("central", 0.0), ("central", 12.0), ("central", 40.0)]


@pytest.mark.points(1)
async def test_a_failure_for_all_who_waited(submission, world):
    """A load fails: all three who waited get its error at 2 s; the next call loads anew, and works."""
    number = world.random.randrange(10**6)
    (value,) = answers(world, 1)
    load = server(world, OSError(f"no line {number}"), value)
    cache = submission.Cache(load, 10)

    ends = await asyncio.gather(*(cache.get("central") for _ in range(3)), return_exceptions=True)
    assert plain(ends) == [("OSError", f"no line {number}")] * 3
    assert world.elapsed == 2.0

    await until(world, 3)
    assert await cache.get("central") == value
    assert await cache.get("central") == value
    assert loads(load) == [("central", 0.0), ("central", 3.0)]


@pytest.mark.points(1)
async def test_a_stale_value_is_never_returned(submission, world):
    """The value is stale and the new load fails: its error comes out, and three who ask then share one load."""
    old, new = answers(world, 2)
    load = server(world, old, KeyError("no such station"), new)
    cache = submission.Cache(load, 5)
    assert await cache.get("central") == old

    await until(world, 8)
    with pytest.raises(KeyError, match="no such station"):
        await cache.get("central")
    assert await asyncio.gather(*(cache.get("central") for _ in range(3))) == [new] * 3
    assert world.elapsed == 12.0
    assert loads(load) == [("central", 0.0), ("central", 8.0), ("central", 10.0)]


@pytest.mark.points(1)
async def test_asked_again_at_the_moment_of_the_failure(submission, world):
    """Three callers who ask again at once after the failure share one new load: two loads in all."""
    (value,) = answers(world, 1)
    load = server(world, OSError("no line"), value)
    cache = submission.Cache(load, 10)

    async def stubborn():
        try:
            return await cache.get("central")
        except OSError:
            return await cache.get("central")

    assert await asyncio.gather(*(stubborn() for _ in range(3))) == [value] * 3
    assert world.elapsed == 4.0
    assert loads(load) == [("central", 0.0), ("central", 2.0)]


@pytest.mark.points(2)
async def test_a_caller_is_cancelled(submission, world):
    """The caller who began the load is cancelled at 1 s, another one at 1.5 s: the third has the value at 2 s."""
    (value,) = answers(world, 1)
    load = server(world, value)
    cache = submission.Cache(load, 10)
    beginner = asyncio.create_task(cache.get("central"))
    await asyncio.sleep(0.5)
    other = asyncio.create_task(cache.get("central"))
    patient = asyncio.create_task(cache.get("central"))

    await until(world, 1)
    await cancelled(beginner)
    assert world.elapsed == 1.0
    await until(world, 1.5)
    await cancelled(other)
    assert world.elapsed == 1.5

    (end,) = await asyncio.gather(patient, return_exceptions=True)
    assert plain([end]) == [value]
    assert world.elapsed == 2.0
    assert await cache.get("central") == value
    assert loads(load) == [("central", 0.0)]


@pytest.mark.points(1)
async def test_all_are_cancelled(submission, world):
    """All who wait are cancelled at 1 s and end at once; one who asks at this moment, or later, still gets a value."""
    (value,) = answers(world, 1)
    load = server(world, value, cleanup=0.25)
    cache = submission.Cache(load, 10)

    for key, pause in (("central", None), ("harbour", 0), ("airport", 0.5)):
        start = world.elapsed
        waiting = [asyncio.create_task(cache.get(key)) for _ in range(2)]
        await until(world, start + 1)
        for task in waiting:
            task.cancel()
        if pause is not None:
            ends = await asyncio.gather(*waiting, return_exceptions=True)
            assert [type(end) for end in ends] == [asyncio.CancelledError] * 2
            assert world.elapsed == start + 1, "who is cancelled ends at once, whatever becomes of the load"
            await asyncio.sleep(pause)
        asked = world.elapsed
        (end,) = await asyncio.gather(cache.get(key), return_exceptions=True)
        assert plain([end]) == [value]
        assert world.elapsed in (start + 2, asked + 2), (
            "the value came neither from the old load nor a new one"
        )
        await asyncio.gather(*waiting, return_exceptions=True)
        await asyncio.sleep(5)


@pytest.mark.points(1)
async def test_keys_do_not_wait_for_each_other(submission, world):
    """Two keys are loaded at the same time, become stale at their own times, and one load may ask for the other."""
    value, other = answers(world, 2)

    async def load(key):
        if key == "both":
            return [await cache.get("b"), await cache.get("a")]
        await asyncio.sleep({"a": 2, "b": 3}[key])
        return value if key == "a" else other

    watched = world.watched(load)
    cache = submission.Cache(watched, 4)

    assert await asyncio.gather(cache.get("a"), cache.get("b"), cache.get("both")) == [
        value,
        other,
        [other, value],
    ]
    assert world.elapsed == 3.0
    await until(world, 6.5)
    assert await asyncio.gather(cache.get("a"), cache.get("b")) == [value, other]
    assert loads(watched) == [("a", 0.0), ("b", 0.0), ("both", 0.0), ("a", 6.5)]


@pytest.mark.points(1)
async def test_empty_values_and_two_caches(submission, world):
    """None is kept like any other value, and a second cache has values of its own."""
    (value,) = answers(world, 1)
    load, other_load = server(world, None), server(world, value, name="other", seconds=1)
    cache, other_cache = submission.Cache(load, 10), submission.Cache(other_load, 10)

    assert await asyncio.gather(cache.get("a"), cache.get("a"), other_cache.get("a")) == [None, None, value]
    assert await asyncio.gather(cache.get("a"), other_cache.get("a")) == [None, value]
    assert world.elapsed == 2.0
    assert [loads(load), loads(other_load)] == [[("a", 0.0)], [("a", 0.0)]]
