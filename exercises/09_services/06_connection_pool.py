"""Connection pool.

A booking office asks its database all day long. To open a connection takes longer than to ask, and the
database allows the office only a few at a time. So connections are lent: whoever needs one borrows it for
one question, and the next one in the line gets it. Last week the office stood still, because connections
had been lost, one by one: a clerk had given up waiting, an opening had failed, a query had been broken off.

Write the class `Pool`. `Pool(connect, size)` opens nothing yet; `size` is 1 or more. It is used like this:

    async with pool.get() as conn:
        await ask(conn)

`await connect()` opens a connection, and `await conn.close()` closes one.

- `pool.get()` alone does nothing. The connection is borrowed when the block is entered, and it is given
  back when the block is left, on every way out.
- Who enters gets an idle connection at once, the one that was given back last. If none is idle, and fewer
  than `size` are there (in use, or being opened), a new one is opened. Otherwise they wait. Openings run at
  the same time, when several users need one.
- Who waits is served in the order of arrival, and as soon as a connection or a place is free. Nobody passes
  those who wait: not even somebody who gives a connection back and enters again in the same moment.
- A connection whose block raised OSError (which TimeoutError and all ConnectionErrors are, too) is broken.
  It is closed before the block is left, and never used again. Its place is free as soon as `close` has
  ended. After any other end of the block, by an exception or by a cancellation, the connection is sound,
  and goes back to be used again.
- What the block raised comes out unchanged, after the connection is back or closed.
- When `connect` fails, its error comes out, unchanged, and the block is not entered. When a user is
  cancelled while its connection is being opened, `connect` is cancelled with it. Both take up no place: the
  next one in the line opens a connection at that moment.
- A user who is cancelled while waiting goes away, and nothing is lost: not even when it is cancelled at the
  moment when a connection comes back.
- `await pool.aclose()` closes the idle connections, and returns when they are closed. It does not touch
  those that are in use. It may be called again, and no connection is closed twice.

`close` takes some time and does not fail, and nobody is cancelled while it runs. Nobody is waiting when
`aclose` is called. What `get` does after `aclose`, and what becomes of a connection that is given back
after it, is left open. The pool is built inside the running loop.
"""

from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from typing import Protocol


class Conn(Protocol):
    """A connection."""

    async def close(self) -> None:
        """Close the connection."""


class Pool:
    """Lends connections: opened when they are needed, at most `size`, and used again."""

    # Your turn

    def __init__(self, connect: Callable[[], Awaitable[Conn]], size: int) -> None:
        """Begin without connections. `connect` opens one."""
        raise NotImplementedError

    def get(self) -> AbstractAsyncContextManager[Conn]:
        """Make a block for whose time a connection is borrowed."""
        raise NotImplementedError

    async def aclose(self) -> None:
        """Close the idle connections."""
        raise NotImplementedError


if __name__ == "__main__":
    import asyncio
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

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("The class Pool is not written yet. Replace each `raise NotImplementedError` by your code.")
