"""A concurrent future that is filled by a coroutine of the loop. The thread stops waiting, and cancels by
the loop.
"""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Future


def make_callback(
    loop: asyncio.AbstractEventLoop, price: Callable[[str], Awaitable[int]], limit: float
) -> Callable[[str], int]:
    def callback(code: str) -> int:
        answer: Future[int] = Future()
        tasks: list[asyncio.Task[None]] = []

        async def look_up() -> None:
            try:
                answer.set_result(await price(code))
            except Exception as error:
                answer.set_exception(error)

        def start() -> None:
            tasks.append(loop.create_task(look_up()))

        def stop() -> None:
            for task in tasks:
                task.cancel()

        loop.call_soon_threadsafe(start)
        try:
            return answer.result(limit)
        except TimeoutError:
            loop.call_soon_threadsafe(stop)
            raise

    return callback
