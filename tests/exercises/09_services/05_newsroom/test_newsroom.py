import asyncio

import pytest


class Reader:
    """Reads in a task of its own, and is busy for some seconds with each item."""

    def __init__(self, world, newsroom, seconds=0.0):
        self.came = []  # (item, when)
        self.ended = None  # when the iteration had ended
        self._world = world
        self._seconds = seconds
        self.task = asyncio.create_task(self._read(newsroom.subscribe()))

    async def _read(self, block):
        async with block as items:
            async for item in items:
                self.came.append((item, self._world.elapsed))
                if self._seconds:
                    await asyncio.sleep(self._seconds)
            self.ended = self._world.elapsed

    @property
    def items(self):
        return [item for item, _ in self.came]


def reports(world, count):
    """Distinct items that cannot be guessed."""
    return world.random.sample(range(1000, 10_000), count)


async def next_of(items):
    """The next item."""
    async for item in items:
        return item
    raise AssertionError("the iteration ended")


async def until(world, moment):
    await asyncio.sleep(moment - world.elapsed)


def present(newsroom, *readers):
    """How many subscribers there are. The error of a reader that has failed comes out here."""
    for reader in readers:
        if reader.task.done():
            reader.task.result()
    return newsroom.subscribers


async def finish(newsroom, *readers):
    """Close, and wait until the readers are through. An error of theirs comes out here."""
    newsroom.close()
    await asyncio.sleep(0)  # now those who were waiting are through
    for reader in readers:
        await asyncio.wait([reader.task])
        assert not reader.task.cancelled(), "a reader was cancelled in the middle of its own work"
        reader.task.result()


@pytest.mark.points(1)
@pytest.mark.public
async def test_two_readers(submission, world):
    """Items at 1 s and 2 s: both readers get both, at these moments, and end when the newsroom closes."""
    first, second = reports(world, 2)
    newsroom = submission.Newsroom(3)
    assert newsroom.subscribers == 0
    readers = [Reader(world, newsroom) for _ in range(2)]

    await until(world, 1)
    assert present(newsroom, *readers) == 2
    newsroom.publish(first)
    await until(world, 2)
    newsroom.publish(second)
    await until(world, 3)
    await finish(newsroom, *readers)

    assert [reader.came for reader in readers] == [[(first, 1.0), (second, 2.0)]] * 2
    assert [reader.ended for reader in readers] == [3.0, 3.0]
    assert newsroom.subscribers == 0


@pytest.mark.points(2)
@pytest.mark.public
async def test_a_slow_reader(submission, world):
    """Two places, an item a second, a reader of 10 s: it gets 1, 5 and 6; another one gets all in time."""
    many = reports(world, 6)
    newsroom = submission.Newsroom(2)
    slow = Reader(world, newsroom, seconds=10)
    quick = Reader(world, newsroom)

    for number, item in enumerate(many, start=1):
        await until(world, number)
        newsroom.publish(item)
    await until(world, 30)
    await finish(newsroom, slow, quick)

    assert quick.came == [(item, float(number)) for number, item in enumerate(many, start=1)]
    assert slow.came == [(many[0], 1.0), (many[4], 11.0), (many[5], 21.0)]


@pytest.mark.points(1)
async def test_the_buffer(submission, world):
    """A busy reader has exactly its last three items, or its last one, in order; None and equal ones count."""
    a, b, c, d = reports(world, 4)
    newsroom = submission.Newsroom(3)
    reader = Reader(world, newsroom, seconds=2)

    await until(world, 1)
    newsroom.publish(None)
    await until(world, 2)
    for item in (a, None, b):  # exactly full
        newsroom.publish(item)
    await until(world, 10)
    assert reader.came == [(None, 1.0), (a, 3.0), (None, 5.0), (b, 7.0)]

    newsroom.publish(c)
    await until(world, 11)
    for item in (a, d, 0, 0, None):  # two too many
        newsroom.publish(item)
    await until(world, 20)
    assert reader.came[4:] == [(c, 10.0), (0, 12.0), (0, 14.0), (None, 16.0)]
    await finish(newsroom, reader)

    newsroom = submission.Newsroom(1)
    reader = Reader(world, newsroom, seconds=2)
    await until(world, 21)
    newsroom.publish(a)
    await until(world, 22)
    for item in (b, c, d):
        newsroom.publish(item)
    await until(world, 22.5)
    await finish(newsroom, reader)
    assert reader.came == [(a, 21.0), (d, 23.0)]


@pytest.mark.points(2)
async def test_closed_with_full_buffers(submission, world):
    """Closed while a busy reader has a full buffer: it gets all of it, in its own time, and then ends."""
    a, b, c, d = reports(world, 4)
    newsroom = submission.Newsroom(3)
    slow = Reader(world, newsroom, seconds=2)
    quick = Reader(world, newsroom)

    await until(world, 1)
    newsroom.publish(a)
    await until(world, 2)
    for item in (b, c, d):
        newsroom.publish(item)
    await until(world, 2.5)
    await finish(newsroom, slow, quick)

    assert slow.came == [(a, 1.0), (b, 3.0), (c, 5.0), (d, 7.0)]
    assert slow.ended == 9.0
    assert quick.items == [a, b, c, d]
    assert quick.ended == 2.5
    assert newsroom.subscribers == 0


@pytest.mark.points(2)
async def test_every_way_out(submission, world):
    """Left by `break`, by an error, by cancellation while busy and while waiting: nobody is counted."""
    (first,) = reports(world, 1)
    newsroom = submission.Newsroom(2)

    async def breaks():
        async with newsroom.subscribe() as items:
            async for item in items:
                break
        return item

    async def fails():
        async with newsroom.subscribe() as items:
            raise ValueError(f"cannot read {await next_of(items)}")

    waits = Reader(world, newsroom)
    busy = Reader(world, newsroom, seconds=10)
    breaking, failing = asyncio.create_task(breaks()), asyncio.create_task(fails())
    await until(world, 1)
    assert present(newsroom, waits, busy) == 4
    newsroom.publish(first)
    assert await breaking == first
    with pytest.raises(ValueError, match=f"cannot read {first}"):
        await failing
    await until(world, 2)
    assert newsroom.subscribers == 2

    for reader, left in ((busy, 1), (waits, 0)):
        reader.task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reader.task
        assert newsroom.subscribers == left
    assert [reader.came for reader in (waits, busy)] == [[(first, 1.0)]] * 2
    newsroom.publish(first)
    assert world.elapsed == 2.0
    await finish(newsroom)


@pytest.mark.points(1)
async def test_present_from_the_first_to_the_last_line(submission, world):
    """Items count from entering the block on, and not before, and again from entering it a second time."""
    a, b, c, d, e, f = reports(world, 6)
    newsroom = submission.Newsroom(3)
    newsroom.publish(a)
    block = newsroom.subscribe()
    newsroom.publish(b)
    assert newsroom.subscribers == 0, "`subscribe()` alone subscribes nobody"
    async with block as items:
        assert newsroom.subscribers == 1
        newsroom.publish(c)
        await asyncio.sleep(1)
        newsroom.publish(d)
        assert await next_of(items) == c
        newsroom.publish(e)
    assert newsroom.subscribers == 0
    newsroom.publish(e)

    async with newsroom.subscribe() as items:
        newsroom.publish(f)
        newsroom.close()
        assert [item async for item in items] == [f]
        assert newsroom.subscribers == 1, "a reader that is still in its block was not counted any more"
    assert newsroom.subscribers == 0
    assert world.elapsed == 1.0


@pytest.mark.points(1)
async def test_the_others_are_not_disturbed(submission, world):
    """Of three readers one leaves, and one publishes itself: those who are there get everything, in order."""
    a, b, c = reports(world, 3)
    newsroom, other_newsroom = submission.Newsroom(2), submission.Newsroom(2)
    elsewhere = Reader(world, other_newsroom)
    first, second, third = [Reader(world, newsroom) for _ in range(3)]
    came = []

    async def answers():
        async with newsroom.subscribe() as items:
            async for item in items:
                came.append(item)
                if item == a:
                    newsroom.publish(b)

    answering = asyncio.create_task(answers())
    await until(world, 1)
    third.task.cancel()
    await asyncio.wait([third.task])
    assert present(newsroom, first, second) == 3
    newsroom.publish(a)
    await until(world, 2)
    newsroom.publish(c)
    await until(world, 3)
    await finish(newsroom, first, second)
    await answering

    assert [first.came, second.came] == [[(a, 1.0), (b, 1.0), (c, 2.0)]] * 2
    assert came == [a, b, c]
    assert third.came == []
    assert elsewhere.ended is None, "a reader of another newsroom ended"
    await finish(other_newsroom, elsewhere)
    assert elsewhere.came == []
