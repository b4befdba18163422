"""You set the variable in `serve` itself. `serve` runs in the task of its caller, so the last id stays
there when it has returned, and the caller goes on as if it were part of that request. What you set for
others in your caller's task has to be taken back.
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
    tasks = []
    for request in requests:
        request_id.set(request)
        tasks.append(asyncio.create_task(handle(request, partial(sink, request))))
    await asyncio.gather(*tasks)
