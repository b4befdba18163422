"""When the limit is over you cancel the look-up twice, to be sure. The second request strikes the clean-up
that the first one has begun. One request is enough; the look-up ends when it has tidied up.
"""

import asyncio
from collections.abc import Awaitable, Callable


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    def callback(code: str) -> int:
        tasks: list[asyncio.Task[int]] = []

        async def look_up() -> int:
            tasks.append(asyncio.current_task())
            return await price(code)

        answer = asyncio.run_coroutine_threadsafe(look_up(), loop)
        try:
            return answer.result(limit)
        except TimeoutError:
            for _ in range(2):
                loop.call_soon_threadsafe(loop.call_later, 0.1, tasks[0].cancel)
                answer.cancel()
            raise

    return callback
