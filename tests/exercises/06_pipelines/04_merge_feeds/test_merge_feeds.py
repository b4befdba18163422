import asyncio

import pytest


class Feeds:
    """Makes feeds, which are async generators, and notes what becomes of them."""

    def __init__(self, world):
        self._world = world
        self.given = {}  # how many items each feed has given
        self.begun = set()
        self.closed = {}  # when the `finally` of each feed had run

    async def feed(self, name, *steps, cleanup=0.0):
        """A feed that gives items after some seconds each; a step is (seconds, item or exception)."""
        self.begun.add(name)
        self.given[name] = 0
        try:
            for seconds, item in steps:
                if seconds:
                    await asyncio.sleep(seconds)
                if isinstance(item, Exception):
                    raise item
                self.given[name] += 1
                yield item
        finally:
            await asyncio.sleep(cleanup)
            self.closed[name] = self._world.elapsed

    @property
    def open(self):
        return sorted(self.begun - self.closed.keys())


def lines(world, count):
    """Distinct items that cannot be guessed."""
    return world.random.sample(range(1000, 10_000), count)


async def take(world, merged):
    """The next item, and when it came."""
    return await anext(merged), world.elapsed


@pytest.mark.points(2)
@pytest.mark.public
async def test_every_item_as_soon_as_it_comes(submission, world):
    """One feed gives an item every 2 s, the other every 3 s: each comes at its moment, the end at 6 s."""
    a0, a1, a2, b0, b1 = lines(world, 5)
    feeds = Feeds(world)
    merged = submission.merge(feeds.feed("a", (2, a0), (2, a1), (2, a2)), feeds.feed("b", (3, b0), (3, b1)))

    came = [(item, world.elapsed) async for item in merged]
    assert came[:3] == [(a0, 2.0), (b0, 3.0), (a1, 4.0)]
    assert sorted(came[3:]) == sorted([(a2, 6.0), (b1, 6.0)])
    assert world.elapsed == 6.0
    assert feeds.open == []


@pytest.mark.points(1)
@pytest.mark.public
async def test_one_feed_ends_early(submission, world):
    """One feed ends at 1 s, a third is empty: the other goes on alone, and its end is the end."""
    a0, a1, a2, b0 = lines(world, 4)
    feeds = Feeds(world)
    merged = submission.merge(
        feeds.feed("a", (0.5, a0), (1.5, a1), (2, a2)),
        feeds.feed("b", (1, b0)),
        feeds.feed("empty"),
    )

    came = [(item, world.elapsed) async for item in merged]
    assert came == [(a0, 0.5), (b0, 1.0), (a1, 2.0), (a2, 4.0)]
    assert world.elapsed == 4.0


@pytest.mark.points(1)
async def test_any_number_of_feeds_and_any_value(submission, world):
    """No feed, one feed, None as an item, and many items at the same moment."""
    assert [item async for item in submission.merge()] == []
    assert world.elapsed == 0.0

    feeds = Feeds(world)
    (number,) = lines(world, 1)
    only = submission.merge(feeds.feed("only", (1, None), (1, 0), (1, None), (1, number)))
    assert [item async for item in only] == [None, 0, None, number]
    assert world.elapsed == 4.0

    many = lines(world, 8)
    crowd = submission.merge(
        feeds.feed("even", *[(0, item) for item in many[::2]]),
        feeds.feed("odd", *[(0, item) for item in many[1::2]]),
    )
    came = [item async for item in crowd]
    assert [item for item in came if item in many[::2]] == many[::2]
    assert [item for item in came if item in many[1::2]] == many[1::2]
    assert len(came) == 8
    assert world.elapsed == 4.0


@pytest.mark.points(1)
async def test_a_slow_caller(submission, world):
    """A caller comes after 10 s and needs 10 s for each item: no feed begins earlier, or gets far ahead."""
    many = lines(world, 12)
    feeds = Feeds(world)
    merged = submission.merge(
        feeds.feed("a", *[(0.1, item) for item in many[:6]]),
        feeds.feed("b", (35, many[6]), *[(0.15, item) for item in many[7:]]),
    )
    await asyncio.sleep(10)
    assert feeds.begun == set(), "a feed was read before the first item was asked for"

    got = {"a": [], "b": []}
    for _ in range(8):
        item = await anext(merged)
        got["a" if item in many[:6] else "b"].append(item)
        await asyncio.sleep(10)
        for name in ("a", "b"):
            ahead = feeds.given[name] - len(got[name])
            assert ahead <= 2, f"a feed has given {ahead} items that the caller has not got"
    async for item in merged:
        got["a" if item in many[:6] else "b"].append(item)
    assert got == {"a": many[:6], "b": many[6:]}

    alone = lines(world, 6)
    merged = submission.merge(feeds.feed("c", *[(0.1, item) for item in alone]))
    for number, item in enumerate(alone, 1):
        assert await anext(merged) == item
        await asyncio.sleep(10)
        ahead = feeds.given["c"] - number
        assert ahead <= 2, f"the only feed has given {ahead} items that the caller has not got"
    assert [item async for item in merged] == []


@pytest.mark.points(1)
async def test_a_feed_fails(submission, world):
    """A feed fails at 1.5 s: its error comes out when the others have cleaned up, and nothing is left."""
    a0, b0 = lines(world, 2)
    feeds = Feeds(world)
    merged = submission.merge(
        feeds.feed("a", (0.5, a0), (9, 0), cleanup=0.25),
        feeds.feed("b", (1, b0), (0.5, OSError("no signal"))),
        feeds.feed("c", (20, 0), cleanup=0.25),
    )

    assert [await take(world, merged), await take(world, merged)] == [(a0, 0.5), (b0, 1.0)]
    with pytest.raises(OSError, match="no signal"):
        await anext(merged)
    assert feeds.open == [], "when the error came out, a feed had not run its `finally`"
    assert world.elapsed <= 2.0
    with pytest.raises(StopAsyncIteration):
        await anext(merged)


@pytest.mark.points(1)
async def test_a_feed_fails_while_the_caller_is_busy(submission, world):
    """A feed fails while the caller is busy: the caller is not disturbed, and gets the error later."""
    (a0,) = lines(world, 1)
    feeds = Feeds(world)
    merged = submission.merge(feeds.feed("a", (0.5, a0), (1, 0)), feeds.feed("b", (1, OSError("no signal"))))

    async def caller():
        came = []
        came.append(await anext(merged))
        await asyncio.sleep(10)
        with pytest.raises(OSError, match="no signal"):
            while True:
                await anext(merged)
        return came, world.elapsed

    task = asyncio.create_task(caller())
    await asyncio.wait([task])
    assert not task.cancelled(), "the caller was cancelled in the middle of its own work"
    came, ended = task.result()
    assert came == [a0]
    assert ended >= 10.5
    assert feeds.open == [], "when the error came out, a feed had not run its `finally`"


@pytest.mark.points(2)
async def test_closed_early(submission, world):
    """Closed after two items, while some feeds wait and some stand still: all have run their `finally`."""
    a0, a1, b0 = lines(world, 3)
    feeds = Feeds(world)
    merged = submission.merge(
        feeds.feed("a", (1, a0), (1, a1), (1, 0), (1, 0), cleanup=0.5),
        feeds.feed("b", (2.5, b0), (20, 0), cleanup=0.5),
        feeds.feed("c", (20, 0), cleanup=0.5),
    )

    assert [await take(world, merged), await take(world, merged)] == [(a0, 1.0), (a1, 2.0)]
    await asyncio.sleep(4)
    await merged.aclose()
    assert feeds.open == [], "when `aclose` returned, a feed had not run its `finally`"
    assert world.elapsed <= 7.5, (
        f"`aclose` took {world.elapsed - 6:g} s: was a feed waited for, not cancelled?"
    )
    given = dict(feeds.given)

    await asyncio.sleep(30)
    assert feeds.given == given, "a feed went on after the merged feed was closed"


@pytest.mark.points(1)
async def test_cancelled(submission, world):
    """The caller is cancelled at 1.5 s, while it waits: all feeds have run their `finally` when it ends."""
    a0, b0 = lines(world, 2)
    feeds = Feeds(world)
    merged = submission.merge(
        feeds.feed("a", (1, a0), (9, 0), cleanup=0.5),
        feeds.feed("b", (0.5, b0), (9, 0), cleanup=0.5),
    )
    came = []

    async def caller():
        while True:
            came.append(await take(world, merged))

    task = asyncio.create_task(caller())
    await asyncio.sleep(1.5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert came == [(b0, 0.5), (a0, 1.0)]
    assert feeds.open == [], "when the caller ended, a feed had not run its `finally`"
    assert world.elapsed <= 2.5, (
        f"it took {world.elapsed - 1.5:g} s to end: was a feed waited for, not cancelled?"
    )
