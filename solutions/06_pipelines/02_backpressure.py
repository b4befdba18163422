"""Backpressure: the solution.

A reader task and a sender task, and a bounded queue between them. The bound is the whole trick: `put` waits
when the queue is full, so a slow sender slows the reader down, and nothing piles up.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, TypeVar

T = TypeVar("T")


async def pump(source: AsyncIterator[T], send: Callable[[T], Awaitable[None]], size: int) -> int:
    """Send all items of `source`, through a buffer of `size` items; return how many were sent."""
    buffer: asyncio.Queue[Any] = asyncio.Queue(maxsize=size)
    # The mark for the end is an object that nobody else has: None could be an item.
    end = object()
    sent = 0

    async def read() -> None:
        async for item in source:
            await buffer.put(item)  # here the reader waits while the buffer is full: the backpressure
        await buffer.put(end)

    async def deliver() -> None:
        nonlocal sent
        while (item := await buffer.get()) is not end:
            await send(item)
            sent += 1

    # The group ends when both have ended. When one of them fails, it cancels the other, which may wait in
    # put() or get() for somebody who will not come any more; and it cancels both when pump is cancelled.
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(read())
            group.create_task(deliver())
    except ExceptionGroup as failed:
        # The first error is the reason; if the other side fails as well while it is being stopped, it comes
        # after.
        raise failed.exceptions[0] from None
    return sent


# From Python 3.13 on, the reader can end with `buffer.shutdown()` in place of the mark: get() hands out
# what is left, and then raises QueueShutDown.


if __name__ == "__main__":
    import time

    async def demo() -> None:
        start = time.monotonic()
        read = sent = 0

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text:9}  {read - sent} ahead")

        async def sensor() -> AsyncIterator[int]:
            nonlocal read
            for level in (31, 33, 36, 34, 30, 27, 25):
                await asyncio.sleep(0.1)
                read += 1
                say(f"read {level}")
                yield level

        async def send(level: int) -> None:
            nonlocal sent
            await asyncio.sleep(0.5)
            sent += 1
            say(f"sent {level}")

        count = await pump(sensor(), send, 2)
        print(f"{time.monotonic() - start:4.1f} s  {count} items sent")
        print("        (with a buffer of 2: never more than 4 ahead, and done after 3.6 s)")

    asyncio.run(demo())
