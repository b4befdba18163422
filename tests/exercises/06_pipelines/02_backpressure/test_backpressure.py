import asyncio

import pytest


class Source:
    """An async iterator, and nothing more, that counts what was read from it."""

    def __init__(self, world, items, seconds, error=None):
        self._world = world
        self._items = list(items)
        self._seconds = seconds
        self._error = error
        self.read = []  # when each item was read
        self.cancelled = []  # when a read was cancelled
        self.asked = 0
        self.reading = 0
        self.most_at_once = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        number = self.asked
        self.asked += 1
        self.reading += 1
        self.most_at_once = max(self.most_at_once, self.reading)
        try:
            await asyncio.sleep(self._seconds[number] if isinstance(self._seconds, list) else self._seconds)
        except asyncio.CancelledError:
            self.cancelled.append(self._world.elapsed)
            raise
        finally:
            self.reading -= 1
        if len(self.read) == len(self._items):
            raise self._error or StopAsyncIteration
        self.read.append(self._world.elapsed)
        return self._items[len(self.read) - 1]


def readings(world, count):
    """Distinct items that cannot be guessed."""
    return world.random.sample(range(1000, 10_000), count)


def sent(send):
    """What was sent to its end, in the order in which it was begun."""
    return [call.args[0] for call in send.calls if call.outcome == "ok"]


def furthest_ahead(source, send):
    """How many items had been read and were not sent, at the most. A send that ends just then is over."""
    ends = [call.end for call in send.calls if call.outcome == "ok"]
    return max(
        number - sum(end <= moment for end in ends) for number, moment in enumerate(source.read, start=1)
    )


@pytest.mark.points(1)
@pytest.mark.public
async def test_five_readings(submission, world):
    """Five items, read in 0.1 s each and sent in 1 s each, arrive in order, after 5.1 s, and are counted."""
    items = readings(world, 5)
    source = Source(world, items, 0.1)
    send = world.service("send", seconds=1)

    assert await submission.pump(source, send, 2) == 5
    assert sent(send) == items
    assert send.most_at_once == 1, (
        f"{send.most_at_once} sends were under way together, expected one at a time"
    )
    assert world.elapsed == 5.1


@pytest.mark.points(1)
@pytest.mark.public
async def test_reading_and_sending_overlap(submission, world):
    """Four items of 1 s to read and 1 s to send: 5 s, and not 8 s; late items are sent when they come."""
    items = readings(world, 4)
    source = Source(world, items, [1, 1, 1, 1, 0])
    send = world.service("send", seconds=1)

    assert await submission.pump(source, send, 1) == 4
    assert sent(send) == items
    assert [call.start for call in send.calls] == [1.0, 2.0, 3.0, 4.0]
    assert world.elapsed == 5.0

    quick_send = world.service("quick send", seconds=0.2)
    slow_source = Source(world, items, [0.7137, 0.8121, 0.6309, 0.9173, 0.4127])
    assert await submission.pump(slow_source, quick_send, 3) == 4
    assert sent(quick_send) == items
    assert [call.start for call in quick_send.calls] == slow_source.read
    assert world.elapsed == 8.4867, (
        f"the source ended at 8.4867 s, when all was sent, and `pump` returned at {world.elapsed:g} s"
    )


@pytest.mark.points(1)
async def test_never_too_far_ahead(submission, world):
    """The source is at most `size + 2` items ahead: 4 with a buffer of 2, and 3 with a buffer of 1."""
    items = readings(world, 9)
    for size in (2, 1):
        source = Source(world, items, 0.1)
        send = world.service("send", seconds=1)

        assert await submission.pump(source, send, size) == 9
        assert sent(send) == items
        ahead = furthest_ahead(source, send)
        assert ahead <= size + 2, f"with size {size}, the source was {ahead} items ahead"


@pytest.mark.points(1)
async def test_the_buffer_is_used(submission, world):
    """During a long send, the source is read until the buffer of 5 is full, one item at a time."""
    items = readings(world, 12)
    source = Source(world, items, 0.1)
    send = world.service("send", seconds=10)

    pump = asyncio.create_task(submission.pump(source, send, 5))
    await asyncio.sleep(5)
    read = len(source.read)
    most_at_once = source.most_at_once
    pump.cancel()
    with pytest.raises(asyncio.CancelledError):
        await pump

    assert read in {6, 7}, f"{read} items were read; one is being sent, and 5 fit into the buffer"
    assert most_at_once == 1, f"{most_at_once} items were asked for at the same time"


@pytest.mark.points(1)
async def test_any_value_may_be_an_item(submission, world):
    """None, 0 and an exception object are items like all others; a source without items is fine, too."""
    items = [None, world.random.randrange(1000), 0, "", OSError("storm"), None, False]
    send = world.service("send", seconds=1)
    assert await submission.pump(Source(world, items, 0.1), send, 2) == 7
    assert [repr(item) for item in sent(send)] == [repr(item) for item in items]

    nothing = world.service("send", seconds=1)
    assert await submission.pump(Source(world, [], 0.5), nothing, 2) == 0
    assert [call.label for call in nothing.calls] == []
    assert world.elapsed == 7.6


@pytest.mark.points(1)
async def test_a_failing_send(submission, world):
    """The send of the second item fails: its error comes out, at most 5 items were read, no other is sent."""
    items = readings(world, 9)
    source = Source(world, items, 0.1)
    send = world.service("send", seconds=1, error={items[1]: OSError("no carrier")})

    with pytest.raises(OSError, match="no carrier"):
        await submission.pump(source, send, 2)
    assert world.elapsed == 2.1

    await asyncio.sleep(5)
    assert [(call.args[0], call.outcome) for call in send.calls] == [(items[0], "ok"), (items[1], "failed")]
    assert len(source.read) <= 5, f"{len(source.read)} items were read, expected 5 at the most"


@pytest.mark.points(1)
async def test_a_failing_send_while_the_source_is_silent(submission, world):
    """The send fails while the source is silent: the error comes out at once, and the read is cancelled."""
    items = readings(world, 3)
    source = Source(world, items, [0.1, 0.1, 1000, 0])
    send = world.service("send", seconds=1, error={items[1]: OSError("no carrier")})

    with pytest.raises(OSError, match="no carrier"):
        await submission.pump(source, send, 2)
    assert world.elapsed == 2.1
    assert source.cancelled == [2.1], "the error came out, and the read under way had not been stopped"


@pytest.mark.points(1)
async def test_the_last_send_fails(submission, world):
    """The source has ended, and then the last send fails: its error comes out."""
    items = readings(world, 3)
    source = Source(world, items, 0.1)
    send = world.service("send", seconds=1, error={items[2]: OSError("no carrier")})

    with pytest.raises(OSError, match="no carrier"):
        await submission.pump(source, send, 3)
    assert sent(send) == items[:2]
    assert world.elapsed == 3.1


@pytest.mark.points(1)
async def test_a_failing_source(submission, world):
    """The source fails after its third item: its error comes out, and what was sent is in order."""
    items = readings(world, 3)
    source = Source(world, items, 0.1, ValueError("sensor wet"))
    send = world.service("send", seconds=1)

    with pytest.raises(ValueError, match="sensor wet"):
        await submission.pump(source, send, 2)
    assert world.elapsed <= 3.1

    await asyncio.sleep(5)
    begun = [call.args[0] for call in send.calls]
    assert begun == items[: len(begun)]
    assert source.asked == 4


@pytest.mark.points(1)
async def test_cancelled(submission, world):
    """Cancelled at 1.5 s, the pump cancels the send and the read under way at that moment."""
    items = readings(world, 9)
    source = Source(world, items, [0.1, 0.1, 10, 1, 1, 1, 1, 1, 1, 1])
    send = world.service("send", seconds=1)

    pump = asyncio.create_task(submission.pump(source, send, 2))
    await asyncio.sleep(1.5)
    pump.cancel()
    with pytest.raises(asyncio.CancelledError):
        await pump
    assert world.elapsed == 1.5

    await asyncio.sleep(20)
    assert [(call.args[0], call.outcome, call.end) for call in send.calls] == [
        (items[0], "ok", 1.1),
        (items[1], "cancelled", 1.5),
    ]
    assert source.cancelled == [1.5]
