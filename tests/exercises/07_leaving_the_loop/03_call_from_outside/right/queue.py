"""A queue for each call: the loop puts the finished task into it, and the thread takes it out."""

import asyncio
import queue
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    under_way = set()

    def callback(code: str) -> int:
        answers: queue.Queue[asyncio.Task[int]] = queue.Queue()

        def start() -> None:
            task = asyncio.ensure_future(asyncio.wait_for(price(code), limit), loop=loop)
            under_way.add(task)
            task.add_done_callback(under_way.discard)
            task.add_done_callback(answers.put)

        loop.call_soon_threadsafe(start)
        return answers.get().result()

    return callback
