"""You wait at a queue, and when the limit is over, the error of the queue comes out: `queue.Empty`. The
library knows nothing of your queue, it waits for a TimeoutError.
"""

import asyncio
import queue
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    def callback(code: str) -> int:
        answers: queue.Queue[asyncio.Task[int]] = queue.Queue()
        tasks: list[asyncio.Task[int]] = []

        def start() -> None:
            tasks.append(loop.create_task(price(code)))
            tasks[0].add_done_callback(answers.put)

        loop.call_soon_threadsafe(start)
        try:
            return answers.get(timeout=limit).result()
        except queue.Empty:
            loop.call_soon_threadsafe(tasks[0].cancel)
            raise

    return callback
