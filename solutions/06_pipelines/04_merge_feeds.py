"""Merge feeds: the solution.

One task for each feed reads it and puts what it gets into one small queue. Items, ends and errors take the
same way, packed with a mark for their kind, so no value has to be reserved. Half of the program is the way
out.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any, TypeVar

T = TypeVar("T")


async def merge(*feeds: AsyncIterator[T]) -> AsyncIterator[T]:
    """Give the items of all `feeds` as they come; stop all of them on every way out."""
    # With one place, a feed is at most two items ahead: one in the queue, and one that waits to get in.
    arrived: asyncio.Queue[tuple[str, Any]] = asyncio.Queue(maxsize=1)

    async def read(feed: AsyncIterator[T]) -> None:
        try:
            # When this task is cancelled while the feed is being read, the feed gets the cancellation and
            # runs its `finally`. When it is cancelled in put(), the feed stands still at its `yield`, and
            # aclosing closes it.
            async with aclosing(feed):
                async for item in feed:
                    await arrived.put(("item", item))
        except Exception as error:  # noqa: BLE001 (it is handed on, and raised below)
            await arrived.put(("error", error))
        else:
            await arrived.put(("end", None))

    # Why no TaskGroup around the `yield`? It cancels the task that has entered it when a child fails: that
    # is the caller's task, wherever it is just then. Groups and timeouts do not belong around a `yield`.
    readers = [asyncio.create_task(read(feed)) for feed in feeds]
    try:
        running = len(readers)
        while running:
            kind, value = await arrived.get()
            if kind == "item":
                yield value
            elif kind == "error":
                raise value
            else:
                running -= 1
    finally:
        for reader in readers:
            reader.cancel()
        # cancel() is a request. Only here we know that every feed has done its clean-up.
        await asyncio.gather(*readers, return_exceptions=True)
        # A reader that was cancelled before its first step has not touched its feed, and neither need we.


if __name__ == "__main__":
    import time

    async def demo() -> None:
        start = time.monotonic()

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text}")

        async def feed(name: str, seconds: float, count: int) -> AsyncIterator[str]:
            try:
                for number in range(count):
                    await asyncio.sleep(seconds)
                    yield f"{name} {number}"
            finally:
                say(f"  {name} is closed")

        async for line in merge(feed("departure", 0.5, 3), feed("arrival", 0.7, 3)):
            say(line)

        say("now only two lines")
        lines = 0
        async with aclosing(merge(feed("departure", 0.5, 3), feed("weather", 0.2, 9))) as board:
            async for line in board:
                say(line)
                lines += 1
                if lines == 2:
                    break
        say("done")

    asyncio.run(demo())
