"""At the end you set the variable to "-". If your caller belongs to a request itself, its id is lost then.
`set` returns something by which the value before can be brought back.
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
    request_id.set("-")
    await asyncio.gather(*tasks)
