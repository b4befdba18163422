"""Your log asks the loop to call the sink later, so a line may come after something that happened after it.
When a program dies, its last lines are the ones that are missing. The sink is a plain function: it can be
called at once.
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
    loop = asyncio.get_running_loop()

    async def serve_one(request: str) -> None:
        request_id.set(request)
        await handle(request, lambda text: loop.call_soon_threadsafe(sink, request, text))

    await asyncio.gather(*(serve_one(request) for request in requests))
