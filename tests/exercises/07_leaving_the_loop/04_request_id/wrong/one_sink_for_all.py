"""You keep the sink in a global variable. A second call of `serve` puts its own there, and from then on the
lines of the first call go to the wrong place. What belongs to one call has to live in that call.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="-")
_sink: Callable[[str, str], None] = print


def current_id() -> str:
    return request_id.get()


def write(request: str, text: str) -> None:
    _sink(request, text)


async def serve(
    requests: list[str],
    handle: Callable[[str, Callable[[str], None]], Awaitable[None]],
    sink: Callable[[str, str], None],
) -> None:
    global _sink
    _sink = sink

    async def serve_one(request: str) -> None:
        request_id.set(request)
        await handle(request, lambda text: write(request, text))

    await asyncio.gather(*(serve_one(request) for request in requests))
