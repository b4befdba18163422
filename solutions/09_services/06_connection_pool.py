"""Connection pool: the solution.

Two questions are kept apart. Who may have a connection, and in which order? A semaphore answers that. Which
connection is it? That is a plain list. Whoever has a permit takes from the list or opens a connection, and
nothing else has to be counted.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Protocol


class Conn(Protocol):
    """A connection."""

    async def close(self) -> None:
        """Close the connection."""


class Pool:
    """Lends connections: opened when they are needed, at most `size`, and used again."""

    def __init__(self, connect: Callable[[], Awaitable[Conn]], size: int) -> None:
        """Begin without connections. `connect` opens one."""
        self._connect = connect
        # It serves in the order of arrival, lets nobody pass those who wait, and hands a permit on when
        # somebody is cancelled just as it comes. (asyncio.Queue lets pass: who calls get() at the right
        # moment takes the item that another one was woken for.)
        self._permits = asyncio.Semaphore(size)
        self._idle: list[Conn] = []

    @asynccontextmanager
    async def get(self) -> AsyncIterator[Conn]:
        """Make a block for whose time a connection is borrowed."""
        # The permit stands for the place, from before the opening until after the closing. So the place is
        # counted before `await connect()`: two users cannot both see the last free one. And it is free
        # again on every way out, also when the opening fails or is cancelled.
        async with self._permits:
            # The end of the list: what was given back last is least likely to have gone stale.
            conn = self._idle.pop() if self._idle else await self._connect()
            try:
                yield conn
            except OSError:
                await conn.close()
                raise
            except BaseException:  # CancelledError is no Exception
                self._idle.append(conn)
                raise
            else:
                self._idle.append(conn)
            # It goes back to the list before the permit is given back, so that whoever comes next finds it.

    async def aclose(self) -> None:
        """Close the idle connections."""
        # Taken out first: then nobody can borrow it while it is being closed, and nobody else closes it.
        while self._idle:
            await self._idle.pop().close()


# Real pools do more: they ask an idle connection whether it still lives before they lend it, close those
# that were idle for long, and give up waiting after a limit. Such a limit needs no support of the pool: an
# AsyncExitStack can enter the block within `asyncio.timeout`, and leave it later.


if __name__ == "__main__":
    import time

    start = time.monotonic()

    def say(text: str) -> None:
        print(f"{time.monotonic() - start:4.1f} s  {text}")

    class Connection:
        opened = 0

        def __init__(self) -> None:
            Connection.opened += 1
            self.name = f"connection {Connection.opened}"
            say(f"  {self.name} is open")

        async def close(self) -> None:
            await asyncio.sleep(0.1)
            say(f"  {self.name} is closed")

    async def connect() -> Connection:
        await asyncio.sleep(0.5)
        return Connection()

    async def clerk(pool: Pool, name: str, breaks: bool = False) -> None:
        try:
            async with pool.get() as conn:
                say(f"{name} has {conn.name}")
                await asyncio.sleep(0.6)
                if breaks:
                    raise OSError("the line is dead")
            say(f"{name} is done")
        except OSError as error:
            say(f"{name}: {error}")

    async def demo() -> None:
        pool = Pool(connect, 2)
        anna = clerk(pool, "Anna")
        ben = clerk(pool, "Ben", breaks=True)
        await asyncio.gather(anna, ben, clerk(pool, "Cleo"), clerk(pool, "Dora"))
        await pool.aclose()
        say("closed (three connections were opened, never more than two at a time)")

    asyncio.run(demo())
