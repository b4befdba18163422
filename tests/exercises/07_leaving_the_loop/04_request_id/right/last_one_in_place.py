"""Recursion: a task for all other requests; the first one is handled in place, and its id is taken back."""

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
    if not requests:
        return
    first, *others = requests
    rest = asyncio.create_task(serve(others, handle, sink))
    token = request_id.set(first)
    try:
        await handle(first, lambda text: sink(first, text))
    finally:
        request_id.reset(token)
    await rest
