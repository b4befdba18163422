"""You set the variable for each request, one after the other, and then make all the tasks. A task copies
the context at the moment when it is made, and at that moment the last id is in it. All requests run with
the last one.
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
    before = request_id.get()
    handlers = []
    for request in requests:
        request_id.set(request)
        handlers.append(handle(request, partial(sink, request)))
    await asyncio.gather(*handlers)
    request_id.set(before)
