"""Each of your logs looks up the variable of the loop when it is called, and by then the loop has come to
its last request. A function does not remember the value that a variable had when the function was made.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="-")


def current_id() -> str:
    return request_id.get()


async def serve(
    requests: list[str],
    handle: Callable[[str, Callable[[str], None]], Awaitable[None]],
    sink: Callable[[str, str], None],
) -> None:
    async def serve_one(request: str, log: Callable[[str], None]) -> None:
        request_id.set(request)
        await handle(request, log)

    tasks = []
    for request in requests:

        def log(text: str) -> None:
            sink(request, text)

        tasks.append(asyncio.create_task(serve_one(request, log)))
    await asyncio.gather(*tasks)
