"""Your variable holds a list, and you change the list. A context is copied, but what its values hold is
not: all contexts have the same list, and whoever began last stands at its end. Set a new value; do not
change the old one.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from functools import partial

request_ids: ContextVar[list[str]] = ContextVar("request_ids", default=["-"])


def current_id() -> str:
    return request_ids.get()[-1]


async def serve(
    requests: list[str],
    handle: Callable[[str, Callable[[str], None]], Awaitable[None]],
    sink: Callable[[str, str], None],
) -> None:
    async def serve_one(request: str) -> None:
        request_ids.get().append(request)
        await handle(request, partial(sink, request))
        request_ids.get().remove(request)

    await asyncio.gather(*(serve_one(request) for request in requests))
