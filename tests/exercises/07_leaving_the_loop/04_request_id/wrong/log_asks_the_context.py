"""Your log asks for the current id when it is called. In a bare thread, and after the request, there is no
context of the request, and the line loses its id. Each log is made for one request: let it remember which.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="-")


def current_id() -> str:
    return request_id.get()


async def serve(
    requests: list[str],
    handle: Callable[[str, Callable[[str], None]], Awaitable[None]],
    sink: Callable[[str, str], None],
) -> None:
    def log(text: str) -> None:
        sink(current_id(), text)

    async def serve_one(request: str) -> None:
        request_id.set(request)
        await handle(request, log)

    await asyncio.gather(*(serve_one(request) for request in requests))
