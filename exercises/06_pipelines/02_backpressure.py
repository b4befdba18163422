"""Backpressure.

A tide gauge stands on a pier. Its sensor can give many readings in a second, but they leave the pier over a
slow radio link. The first program read everything into a list and then sent it: the list grew until the
memory was full. The second one sent each reading before it asked for the next, and missed the waves in the
meantime. The third one shall have a small buffer between the two. When the buffer is full, the sensor has
to wait. This is backpressure.

Write `pump`. `source` is an async iterator that gives the items. `await send(item)` sends one item.

- Send every item once, in the order in which it was read, one send at a time.
- Read while a send is under way. The items that were read, and whose sending has not begun, wait in a
  buffer of at most `size` items, 1 or more. Reading goes on until the buffer is full. Then there is at most
  one further item, which has been read and waits for a place in the buffer. So the source is never more
  than `size + 2` items ahead of what has been sent: the buffer, this one, and the one that is being sent.
- As soon as an item is there and no send is under way, its sending begins. Ask the source for one item at a
  time.
- An item may be any value, also None, 0 or an exception object. Only what is raised is an error.
- When the source ends, send what is left in the buffer. Then return the number of items that were sent.
- When `send` fails, the error comes out of `pump` at that moment, as it is, and not inside an
  ExceptionGroup. No item is read or sent after that; a read that is under way is cancelled.
- When the source fails, its error comes out of `pump`, as it is. What was not sent by then may be sent
  before that, in order, or be dropped.
- When `pump` is cancelled, the read and the send under way are cancelled at that moment, and `pump` ends as
  cancelled.
- However `pump` ends, no task of it is left behind.

The source is an iterator and nothing more: it has `__aiter__` and `__anext__`, and nothing to close.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")


async def pump(source: AsyncIterator[T], send: Callable[[T], Awaitable[None]], size: int) -> int:
    """Send all items of `source`, through a buffer of `size` items; return how many were sent."""
    # Your turn
    raise NotImplementedError


if __name__ == "__main__":
    import asyncio
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

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("pump is not written yet. Replace `raise NotImplementedError` by your code.")
