"""You make a task from the library's thread. A loop must not be touched by two threads at the same time: it
may be asleep and not notice the new task, or be in the middle of something. Debug mode refuses it. There is
one function that carries a coroutine over to the loop of another thread.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    def callback(code: str) -> int:
        deadline = time.monotonic() + limit
        task = loop.create_task(price(code))
        while not task.done():
            if time.monotonic() >= deadline:
                task.cancel()
                raise TimeoutError
            time.sleep(0.01)
        return task.result()

    return callback
