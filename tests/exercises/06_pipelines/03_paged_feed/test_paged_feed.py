import asyncio

import pytest


class Session:
    """A session with pages of letters. A page takes 1 s, closing 0.5 s."""

    def __init__(self, world, pages, errors=None):
        self._world = world
        self._pages = pages
        self._errors = errors or {}
        self.closed = []  # when it was closed
        self.page = world.watched(self.page)
        self.close = world.watched(self.close)

    async def page(self, n):
        await asyncio.sleep(1)
        if n in self._errors:
            raise self._errors[n]
        if not 0 <= n < len(self._pages):
            raise IndexError(f"there is no page {n}")
        return list(self._pages[n]), n + 1 < len(self._pages)

    async def close(self):
        await asyncio.sleep(0.5)
        self.closed.append(self._world.elapsed)

    @property
    def asked(self):
        """The pages that were asked for, and when."""
        return [(call.args[0], call.start) for call in self.page.calls]


def letters(world, *sizes):
    """Pages of these sizes, of letters that cannot be guessed."""
    return [[f"letter {world.random.randrange(10**6)}" for _ in range(size)] for size in sizes]


def flat(pages):
    return [letter for page in pages for letter in page]


@pytest.mark.points(2)
@pytest.mark.public
async def test_three_pages(submission, world):
    """Three pages of two items: six items in order; then the session is closed, once, after 3.5 s."""
    pages = letters(world, 2, 2, 2)
    session = Session(world, pages)
    open_session = world.service("open", answer=session)

    feed = submission.items(open_session)
    assert [letter async for letter in feed] == flat(pages)
    assert world.elapsed == 3.5
    await feed.aclose()  # as `aclosing` does, also after the end
    assert [n for n, _ in session.asked] == [0, 1, 2]
    assert session.closed == [3.5]
    assert [call.label for call in open_session.calls] == ["open"]


@pytest.mark.points(1)
@pytest.mark.public
async def test_only_what_is_needed(submission, world):
    """The items of page 0 ask for page 0 only; page 1 is asked for when its first item is wanted, at 6 s."""
    pages = letters(world, 2, 2, 2)
    session = Session(world, pages)
    feed = submission.items(world.service("open", answer=session))

    assert [await anext(feed), await anext(feed)] == pages[0]
    await asyncio.sleep(5)
    assert session.asked == [(0, 0.0)]
    assert await anext(feed) == pages[1][0]
    assert session.asked == [(0, 0.0), (1, 6.0)]
    await feed.aclose()


@pytest.mark.points(1)
async def test_closed_early(submission, world):
    """Closed after one item: the session is closed at 1.5 s, when `aclose` returns, and only once."""
    pages = letters(world, 3, 2)
    session = Session(world, pages)
    feed = submission.items(world.service("open", answer=session))

    assert await anext(feed) == pages[0][0]
    await feed.aclose()
    assert session.closed == [1.5]

    await feed.aclose()
    assert session.closed == [1.5]
    assert [n for n, _ in session.asked] == [0]


@pytest.mark.points(1)
async def test_a_page_fails(submission, world):
    """Page 1 fails, and page 0 of another feed: the session is closed, and then the error comes out."""
    pages = letters(world, 2, 2)
    session = Session(world, pages, {1: OSError("server asleep")})
    feed = submission.items(world.service("open", answer=session))

    assert [await anext(feed), await anext(feed)] == pages[0]
    with pytest.raises(OSError, match="server asleep"):
        await anext(feed)
    assert world.elapsed == 2.5
    await feed.aclose()
    assert session.closed == [2.5]
    assert [n for n, _ in session.asked] == [0, 1]

    session = Session(world, pages, {0: OSError("server asleep")})
    feed = submission.items(world.service("open again", answer=session))
    with pytest.raises(OSError, match="server asleep"):
        await anext(feed)
    assert session.closed == [4.0], "page 0 failed, and the session was not closed once, at 4 s"


@pytest.mark.points(1)
async def test_empty_pages(submission, world):
    """Empty pages at the beginning, in the middle and at the end hide no item."""
    pages = letters(world, 0, 1, 0, 0, 2, 0)
    session = Session(world, pages)
    feed = submission.items(world.service("open", answer=session))

    assert [letter async for letter in feed] == flat(pages)
    assert [n for n, _ in session.asked] == [0, 1, 2, 3, 4, 5]
    assert session.closed == [6.5]


@pytest.mark.points(1)
async def test_nothing_is_open(submission, world):
    """Nothing is opened before the first item is asked for; what was not opened is not closed."""
    session = Session(world, letters(world, 2))
    open_session = world.service("open", answer=session)
    unread = submission.items(open_session)
    await asyncio.sleep(1)
    await unread.aclose()
    assert [call.label for call in open_session.calls] == []

    full = world.service("open full", seconds=1, error=OSError("no session left"))
    refused = submission.items(full)
    with pytest.raises(OSError, match="no session left"):
        await anext(refused)
    assert world.elapsed == 2.0
    assert session.closed == []


@pytest.mark.points(2)
async def test_cancelled(submission, world):
    """Cancelled at 1.5 s, in page 1: the page is cancelled, and the session closed at 2 s, before it ends."""
    pages = letters(world, 1, 1)
    session = Session(world, pages)
    feed = submission.items(world.service("open", answer=session))
    assert await anext(feed) == pages[0][0]

    async def read():
        return await anext(feed)

    reader = asyncio.create_task(read())
    await asyncio.sleep(0.5)
    reader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reader
    assert world.elapsed == 2.0
    assert session.closed == [2.0]
    assert [(call.args[0], call.outcome, call.end) for call in session.page.calls] == [
        (0, "ok", 1.0),
        (1, "cancelled", 1.5),
    ]


@pytest.mark.points(1)
async def test_two_readers(submission, world):
    """Two readers take items in turn; each has a session of its own, and one leaves early."""
    pages, other_pages = letters(world, 2, 2), letters(world, 1, 2)
    session, other_session = Session(world, pages), Session(world, other_pages)
    feed = submission.items(world.service("open", answer=session))
    other_feed = submission.items(world.service("open other", answer=other_session))

    taken = [await anext(feed), await anext(other_feed), await anext(feed), await anext(other_feed)]
    assert taken == [pages[0][0], other_pages[0][0], pages[0][1], other_pages[1][0]]
    assert await anext(feed) == pages[1][0]
    await feed.aclose()
    assert session.closed == [4.5]
    assert other_session.closed == []
    assert [letter async for letter in other_feed] == other_pages[1][1:]
    assert other_session.closed == [5.0]
