"""You make one copy of the context, and all tasks run in it. What one of them sets, all of them see. By
itself, a task takes a copy of its own.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import ContextVar, copy_context
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

    context = copy_context()
    tasks = [asyncio.create_task(serve_one(request), context=context) for request in requests]
    await asyncio.gather(*tasks)
