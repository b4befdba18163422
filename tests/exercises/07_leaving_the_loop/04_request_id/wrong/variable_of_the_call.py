"""You make a new variable in each call of `serve`, by the same name. A context variable is known by itself
and not by its name: `current_id` asks another one, which nobody has ever set. Make it once, at the top
level.
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
    request_id: ContextVar[str] = ContextVar("request_id", default="-")

    def log(text: str) -> None:
        sink(request_id.get(), text)

    async def serve_one(request: str) -> None:
        request_id.set(request)
        await handle(request, log)

    await asyncio.gather(*(serve_one(request) for request in requests))
