"""All calls of the callback share one queue. Whoever waits there takes the next answer, and that is the
price of the quickest look-up, not of its own. What belongs to one call has to live in that call.
"""

import asyncio
import queue
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    answers: queue.Queue[asyncio.Future[int]] = queue.Queue()

    def callback(code: str) -> int:
        look_up = asyncio.run_coroutine_threadsafe(asyncio.wait_for(price(code), limit), loop)
        look_up.add_done_callback(answers.put)
        return answers.get().result()

    return callback
