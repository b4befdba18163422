"""`gather` returns a list, and you hand it on: a list full of None. `serve` has nothing to say to its
caller; it returns None.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from functools import partial

request_id: ContextVar[str] = ContextVar("request_id", default="-")


def current_id() -> str:
    return request_id.get()


async def serve(
    requests: list[str],
    handle: Callable[[str, Callable[[str], None]], Awaitable[None]],
    sink: Callable[[str, str], None],
) -> None:
    async def serve_one(request: str) -> None:
        request_id.set(request)
        await handle(request, partial(sink, request))

    return await asyncio.gather(*(serve_one(request) for request in requests))
