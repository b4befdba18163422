import asyncio
from contextlib import asynccontextmanager, suppress

import pytest


class Connection:
    """A connection, which takes 0.5 s to close."""

    def __init__(self, world, number):
        self._world = world
        self._number = number
        self.users = 0  # who have it now
        self.closed = []  # when it was closed
        self.close = world.watched(self.close)

    def __repr__(self):
        return f"<connection {self._number}>"

    async def close(self):
        await asyncio.sleep(0.5)
        self.closed.append(self._world.elapsed)


class Database:
    """Opens connections, each in 1 s; of those that are not cancelled, the ones with a number in `errors` fail."""

    def __init__(self, world, errors=()):
        self._world = world
        self._errors = dict(errors)
        self._ended = 0  # an opening that was begun and cancelled in the same moment has no number
        self.opened = []
        self.connect = world.watched(self.connect)

    async def connect(self):
        await asyncio.sleep(1)
        self._ended += 1
        if self._ended in self._errors:
            raise self._errors[self._ended]
        self.opened.append(Connection(self._world, len(self.opened) + 1))
        return self.opened[-1]

    @property
    def openings(self):
        """When the openings were begun."""
        return [call.start for call in self.connect.calls]


@asynccontextmanager
async def lent(pool):
    """A connection of the pool, which nobody else may have at the same time."""
    async with pool.get() as conn:
        if isinstance(conn, Connection):
            conn.users += 1
            assert conn.users == 1, "one connection was lent to two users at a time"
        try:
            yield conn
        finally:
            if isinstance(conn, Connection):
                conn.users -= 1


async def use(world, pool, seconds):
    """Borrow for some seconds: which connection, and when it was there."""
    async with lent(pool) as conn:
        since = world.elapsed
        await asyncio.sleep(seconds)
    return conn, since


async def arrivals(world, pool, *seconds):
    """Users who come in this order, 0.01 s apart."""
    tasks = []
    for each in seconds:
        tasks.append(asyncio.create_task(use(world, pool, each)))
        await asyncio.sleep(0.01)
    return tasks


async def until(world, moment):
    await asyncio.sleep(moment - world.elapsed)


async def leave(pool):
    """The end of a test in which `aclose` is not the question."""
    with suppress(Exception):
        await pool.aclose()


@pytest.mark.points(1)
@pytest.mark.public
async def test_four_users_and_two_connections(submission, world):
    """Four users of 2 s, room for two: two connections, opened together in 1 s; all are done after 5 s."""
    database = Database(world)
    pool = submission.Pool(database.connect, 2)

    used = await asyncio.gather(*(use(world, pool, 2) for _ in range(4)))

    assert world.elapsed == 5.0
    assert sorted(since for _, since in used) == [1.0, 1.0, 3.0, 3.0]
    assert database.openings == [0.0, 0.0]
    assert {conn for conn, _ in used} == set(database.opened)
    await leave(pool)


@pytest.mark.points(1)
@pytest.mark.public
async def test_one_after_the_other(submission, world):
    """Three users, one after the other, get the same connection; it is opened when the first one enters."""
    database = Database(world)
    pool = submission.Pool(database.connect, 3)
    block = lent(pool)
    await asyncio.sleep(2)
    assert database.openings == []

    async with block as conn:
        assert world.elapsed == 3.0
    assert await use(world, pool, 1) == (conn, 3.0)
    assert await use(world, pool, 1) == (conn, 4.0)
    assert database.opened == [conn]
    assert database.openings == [2.0]
    assert conn.closed == []
    await leave(pool)


@pytest.mark.points(1)
async def test_last_back_first_out(submission, world):
    """Of three idle connections the last one back is lent first; `aclose` closes the idle ones, once."""
    database = Database(world)
    pool = submission.Pool(database.connect, 3)
    seconds = world.random.sample([1, 2, 3], 3)
    used = await asyncio.gather(*(use(world, pool, each) for each in seconds))
    conns = dict(zip(seconds, (conn for conn, _ in used), strict=True))
    assert world.elapsed == 4.0

    async with lent(pool) as first, lent(pool) as second:
        assert (first, second) == (conns[3], conns[2])
        async with lent(pool) as third:
            assert third is conns[1]
    async with lent(pool) as first:
        assert first is conns[3]
        assert database.openings == [0.0] * 3
        await pool.aclose()
        closed = [len(conns[each].closed) for each in (1, 2, 3)]
    assert closed == [1, 1, 0], "`aclose` closes each idle connection once, and none that is in use"
    await pool.aclose()
    assert [len(conns[each].closed) for each in (1, 2)] == [1, 1], "a connection was closed twice"


@pytest.mark.points(2)
async def test_a_broken_connection(submission, world):
    """Any OSError in the block: the connection is closed, and then the one who waits opens another one."""
    database = Database(world)
    pool = submission.Pool(database.connect, 1)
    number = world.random.randrange(10**6)
    raised = []

    for error in (OSError(f"dead {number}"), TimeoutError(f"late {number}"), ConnectionResetError(number)):
        began = world.elapsed
        with pytest.raises(OSError) as caught:
            async with lent(pool) as conn:
                (waiting,) = await arrivals(world, pool, 1)
                await asyncio.sleep(0.99)
                raise error
        raised.append((type(caught.value), caught.value.args == error.args))
        # The first one was opened within 1 s, the others lay idle.
        broken_at = began + (2 if began == 0 else 1)
        assert conn.closed == [broken_at + 0.5], "the connection was not closed before the block was left"
        fresh, since = await waiting
        assert fresh is not conn, "a broken connection was lent again"
        assert since == broken_at + 1.5
        assert database.openings[-1] == broken_at + 0.5

    assert raised == [(OSError, True), (TimeoutError, True), (ConnectionResetError, True)]
    assert [len(conn.closed) for conn in database.opened] == [1, 1, 1, 0]
    await leave(pool)


@pytest.mark.points(1)
async def test_an_idle_one_before_a_new_one(submission, world):
    """One of two connections breaks: the next user gets the idle one, and only the one after opens."""
    database = Database(world)
    pool = submission.Pool(database.connect, 2)

    with pytest.raises(OSError, match="dead"):
        async with lent(pool) as broken:
            async with lent(pool) as sound:
                assert world.elapsed == 2.0
            await asyncio.sleep(0.5)
            raise OSError("dead")
    assert [broken, sound] == database.opened
    assert world.elapsed == 3.0

    async with lent(pool) as first:
        assert (first, world.elapsed) == (sound, 3.0)
        async with lent(pool) as second:
            assert (second, world.elapsed) == (database.opened[2], 4.0)
    assert broken.closed == [3.0]
    assert [sound.closed, second.closed] == [[], []]
    await leave(pool)


@pytest.mark.points(1)
async def test_other_ends_do_not_break_it(submission, world):
    """After ValueError, a deadline, and a user cancelled at work, the next has the same connection."""
    database = Database(world)
    pool = submission.Pool(database.connect, 1)
    number = world.random.randrange(10**6)

    with pytest.raises(ValueError, match=f"no flight {number}"):
        async with lent(pool) as conn:
            raise ValueError(f"no flight {number}")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(1):
            async with lent(pool) as conn_again:
                await asyncio.sleep(10)
    assert (conn_again, world.elapsed) == (conn, 2.0)

    working, waiting = await arrivals(world, pool, 10, 1)
    await until(world, 3)
    working.cancel()
    with pytest.raises(asyncio.CancelledError):
        await working
    assert await waiting == (conn, 3.0)
    assert (database.opened, conn.closed) == ([conn], [])
    await leave(pool)


@pytest.mark.points(1)
async def test_an_opening_that_comes_to_nothing(submission, world):
    """An opening fails, another one is cancelled: each time the next one in the line opens at that moment."""
    number = world.random.randrange(10**6)
    database = Database(world, {1: OSError(f"refused {number}"), 2: ValueError(f"no password {number}")})
    pool = submission.Pool(database.connect, 1)
    refused, failed, cancelled, served = await arrivals(world, pool, 1, 1, 1, 1)

    with pytest.raises(OSError, match=f"refused {number}"):
        await refused
    assert world.elapsed == 1.0
    with pytest.raises(ValueError, match=f"no password {number}"):
        await failed
    await until(world, 2.5)
    cancelled.cancel()
    with pytest.raises(asyncio.CancelledError):
        await cancelled
    assert world.elapsed == 2.5
    conn, since = await served

    assert since == 3.5
    assert database.opened == [conn]
    assert [(call.start, call.end, call.outcome) for call in database.connect.calls] == [
        (0.0, 1.0, "failed"),
        (1.0, 2.0, "failed"),
        (2.0, 2.5, "cancelled"),
        (2.5, 3.5, "ok"),
    ]
    await leave(pool)


@pytest.mark.points(1)
async def test_in_the_order_of_arrival(submission, world):
    """Who waits is served in order; who gives back and enters again at once goes to the end of the line."""
    database = Database(world)
    pool = submission.Pool(database.connect, 1)
    order = []

    async def user(name, times):
        for _ in range(times):
            async with lent(pool):
                order.append(name)
                await asyncio.sleep(1)

    names = world.random.sample(["Anna", "Ben", "Cleo", "Dora"], 4)
    users = []
    for name in names:
        users.append(asyncio.create_task(user(name, 2)))
        await asyncio.sleep(0.01)
    await asyncio.gather(*users)

    assert order == names * 2
    assert world.elapsed == 9.0
    assert database.openings == [0.0]
    await leave(pool)


@pytest.mark.points(1)
async def test_cancelled_while_waiting(submission, world):
    """Users cancelled while they wait, also just before and after a connection comes back, lose nothing."""
    database = Database(world, {2: OSError("refused")})
    pool = submission.Pool(database.connect, 1)

    for steps in (None, 0, 1, 2, 3):  # of the loop, between giving back and the cancellation; None is before
        async with lent(pool) as conn:
            began = world.elapsed
            early, gone, last = await arrivals(world, pool, 9, 9, 1)
            await until(world, began + 1)
            early.cancel()
            with pytest.raises(asyncio.CancelledError):
                await early
            assert world.elapsed == began + 1
            if steps is None:
                gone.cancel()
        if steps is not None:
            for _ in range(steps):
                await asyncio.sleep(0)
            gone.cancel()
        await asyncio.wait([gone])
        assert await last == (conn, began + 1), "a connection was lost with a user who gave up waiting"
    assert world.elapsed == 11.0
    assert database.openings == [0.0]

    with pytest.raises(OSError, match="dead"):
        async with lent(pool):
            await asyncio.sleep(1)
            gone, last = await arrivals(world, pool, 9, 1)
            await until(world, 12.5)
            raise OSError("dead")
    gone.cancel()
    await asyncio.wait([gone])
    with pytest.raises(OSError, match="refused"):
        await last
    assert world.elapsed == 14.0
    assert (await use(world, pool, 1))[1] == 15.0
    await leave(pool)
