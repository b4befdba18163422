"""When the newsroom closes, you strike all readers off the list. Those who are still in their block are present all the
same. At which place in the program does a reader stop being one?
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any


class _Subscription:
    """What one reader has not got yet."""

    def __init__(self, size: int) -> None:
        # A deque with `maxlen` loses an item at its other end when it is full: exactly the rule. With an
        # asyncio.Queue(size), put_nowait() raises QueueFull, and somebody has to call get_nowait() first.
        self._buffer: deque[Any] = deque(maxlen=size)
        self._news = asyncio.Event()
        self._closed = False

    def put(self, item: Any) -> None:
        self._buffer.append(item)
        self._news.set()

    def close(self) -> None:
        # The end is a flag beside the buffer. As a mark in the buffer, it would push out an item.
        self._closed = True
        self._news.set()  # for a reader who waits, the end is news too

    def __aiter__(self) -> "_Subscription":
        return self

    # An object with __anext__, and not an async generator: a reader may give up waiting (by a timeout, say)
    # and ask again later. A generator that was cancelled once has ended for good.
    async def __anext__(self) -> Any:
        # First the buffer, and only then the end: so nothing is lost by close().
        while not self._buffer:
            if self._closed:
                raise StopAsyncIteration
            # Nothing can come between these lines, because there is no await: clear, then wait.
            self._news.clear()
            await self._news.wait()
        return self._buffer.popleft()


class Newsroom:
    """Gives each item to all subscribers; a slow one loses the oldest of its items."""

    def __init__(self, size: int) -> None:
        """Begin without subscribers; each will have a buffer of `size` items."""
        self._size = size
        # A list of objects, each equal to itself only. With bare deques in it there would be a trap:
        # list.remove() takes out the first one that is equal, and all empty deques are equal.
        self._present: list[_Subscription] = []

    @property
    def subscribers(self) -> int:
        """How many are there now."""
        return len(self._present)

    def publish(self, item: Any) -> None:
        """Give `item` to all present subscribers, without waiting for any of them."""
        for subscription in self._present:
            subscription.put(item)

    @asynccontextmanager
    async def subscribe(self) -> AsyncIterator[_Subscription]:
        """Make a block in which the items are received."""
        # Registered here, on the way in, and not at the first item that is asked for: what is published
        # in between belongs to this reader too.
        subscription = _Subscription(self._size)
        self._present.append(subscription)
        try:
            yield subscription
        finally:
            if subscription in self._present:
                self._present.remove(subscription)

    def close(self) -> None:
        """Let every reader end when it has got what is in its buffer."""
        for subscription in self._present:
            subscription.close()
        self._present.clear()


# From Python 3.13 on, Queue.shutdown() does what close() does here: get() hands out what is left, and then
# raises QueueShutDown. A queue for each reader is then as short as this; only the oldest item has still to
# be taken out by hand.
