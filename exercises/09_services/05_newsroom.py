"""Newsroom.

A newsroom sends its reports to everybody who has tuned in: the radio, a web page, and the old board in the
town hall, where a clerk puts up each report by hand. When the board could not keep up, the newsroom had to
wait for it, and the radio was late. The new rule: whoever is too slow misses the oldest reports, and nobody
else notices.

Write the class `Newsroom`. `Newsroom(size)` has no subscribers at first; `size` is 1 or more. A reader uses
it like this:

    async with newsroom.subscribe() as items:
        async for item in items:
            await show(item)

- `newsroom.publish(item)` is a plain function, and never waits. It gives the item to every present
  subscriber. Present is who has entered the block and has not left it: also while nobody asks for an item
  yet. `subscribe()` alone, without entering, subscribes nobody. What was published before is not given.
- A reader who waits gets the next item at the moment when it is published. Every reader gets the items in
  the order in which they were published.
- Each subscriber has a buffer of its own, with `size` places. What is published while the reader is busy
  goes into it. When it is full, the OLDEST item in it is lost, and the new one goes in. Whether an item
  needs a place while a reader is waiting for it is free.
- An item may be any value, also None.
- After `newsroom.close()`, a plain function, a reader first gets what is in its buffer, all of it. Then its
  `async for` ends. A reader who waits with an empty buffer at that moment ends at once.
- Leaving the block unsubscribes, on every way out: at its end, by `break`, by an exception, and by a
  cancellation. What the block raised comes out unchanged.
- `newsroom.subscribers` is an attribute or a property: how many are present now, as an int.
- Readers come and go at any time. A reader may call `publish` in its own block. The same reader may
  subscribe again later, and begins with an empty buffer then.

`items` is read by one task at a time, and is not used again after the block. What `publish` and `subscribe`
do after `close()` is left open, and so is a second `close()`. The newsroom is built inside the running
loop, and used in that loop only.
"""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from typing import Any


class Newsroom:
    """Gives each item to all subscribers; a slow one loses the oldest of its items."""

    subscribers: int  # how many are there now: an attribute or a property

    # Your turn

    def __init__(self, size: int) -> None:
        """Begin without subscribers; each will have a buffer of `size` items."""
        raise NotImplementedError

    def publish(self, item: Any) -> None:
        """Give `item` to all present subscribers, without waiting for any of them."""
        raise NotImplementedError

    def subscribe(self) -> AbstractAsyncContextManager[AsyncIterator[Any]]:
        """Make a block in which the items are received."""
        raise NotImplementedError

    def close(self) -> None:
        """Let every reader end when it has got what is in its buffer."""
        raise NotImplementedError


if __name__ == "__main__":
    import asyncio
    import time

    async def demo() -> None:
        start = time.monotonic()
        newsroom = Newsroom(2)

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text}")

        async def reader(name: str, seconds: float) -> None:
            async with newsroom.subscribe() as items:
                async for item in items:
                    say(f"  {name}: {item}")
                    await asyncio.sleep(seconds)
            say(f"  {name} switches off")

        async def newscast() -> None:
            for number in range(1, 7):
                await asyncio.sleep(0.3)
                say(f"report {number}, for {newsroom.subscribers} readers")
                newsroom.publish(f"report {number}")
            say("closed")
            newsroom.close()

        await asyncio.gather(reader("radio", 0), reader("town hall", 1.1), newscast())
        say(f"{newsroom.subscribers} readers are left")

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("The class Newsroom is not written yet. Replace each `raise NotImplementedError` by your code.")
