"""You keep the logs in a dict of the module, by id, and use one that is there already. Two calls of `serve`
may have the same ids, and then both write to the sink of the first one. An id is unique in its own call
only.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from functools import partial

request_id: ContextVar[str] = ContextVar("request_id", default="-")
_logs: dict[str, Callable[[str], None]] = {}


def current_id() -> str:
    return request_id.get()


async def serve(
    requests: list[str],
    handle: Callable[[str, Callable[[str], None]], Awaitable[None]],
    sink: Callable[[str, str], None],
) -> None:
    async def serve_one(request: str) -> None:
        request_id.set(request)
        await handle(request, _logs.setdefault(request, partial(sink, request)))

    await asyncio.gather(*(serve_one(request) for request in requests))
