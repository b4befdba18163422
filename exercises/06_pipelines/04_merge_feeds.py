"""Merge feeds.

An airport shows what is going on upon one big board: departures, arrivals, the weather. Each comes as a
feed of its own, and each at its own pace. The board wants one feed: every line as soon as it is there, from
whichever feed it comes.

Write `merge`, an async generator function: the caller writes `async for item in merge(departures, arrivals,
weather)`.

- Give every item of every feed, as soon as it comes and somebody asks for an item. The items of one feed
  stay in order. The order of items that come from several feeds at the same moment is free.
- All feeds are read at the same time, from the moment when the first item is asked for.
- A feed may be read ahead, but not far: however slow the caller is, no feed has given more than two items
  that the caller has not got yet.
- An item may be any value, also None.
- The merged feed ends when all feeds have ended. Without feeds, it ends at once.
- When a feed fails, the merged feed ends with its error, as it is, and not inside an ExceptionGroup. It
  comes out at that moment when somebody waits for an item, and otherwise when the next items are asked for;
  what was not given by then may be dropped. A caller who is busy with something else in the meantime is not
  disturbed.
- When the merged feed is closed early by `aclose()`, or the caller is cancelled while it waits for an item,
  or a feed fails, the other feeds are stopped: a feed that is being read is cancelled, and every feed that
  has begun is closed. When `aclose()` returns, or the error or the cancellation comes out, the `finally` of
  every feed has run to its end, and no task is left.

The feeds are async generators: each has `aclose()`. They do not fail while they are being closed.
"""

from collections.abc import AsyncIterator
from typing import TypeVar

T = TypeVar("T")


async def merge(*feeds: AsyncIterator[T]) -> AsyncIterator[T]:
    """Give the items of all `feeds` as they come; stop all of them on every way out."""
    # Your turn
    raise NotImplementedError


if __name__ == "__main__":
    import asyncio
    import time
    from contextlib import aclosing

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

        board = merge(feed("departure", 0.5, 3), feed("arrival", 0.7, 3))
        if asyncio.iscoroutine(board):  # a function without `yield` gives a coroutine, and not a generator
            await board
        async for line in board:
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

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("merge is not written yet. Replace `raise NotImplementedError` by your code.")
