"""Your variable has no default. Outside of any request nothing has been set, and `get` raises a LookupError
there. What should be said outside?
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from functools import partial

request_id: ContextVar[str] = ContextVar("request_id")


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

    await asyncio.gather(*(serve_one(request) for request in requests))
