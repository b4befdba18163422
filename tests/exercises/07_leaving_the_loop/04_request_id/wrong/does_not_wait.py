"""You make the tasks and return. The requests are still being handled then, and nobody waits for them or
keeps them. Return when the last one has ended.
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

    for request in requests:
        asyncio.create_task(serve_one(request))
