"""The variable is set before each task is made, which copies the context, and reset at once."""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import ContextVar

_id: ContextVar[str] = ContextVar("id", default="-")


def current_id() -> str:
    return _id.get()


def _make_log(request: str, sink: Callable[[str, str], None]) -> Callable[[str], None]:
    def log(text: str) -> None:
        sink(request, text)

    return log


async def serve(
    requests: list[str],
    handle: Callable[[str, Callable[[str], None]], Awaitable[None]],
    sink: Callable[[str, str], None],
) -> None:
    tasks = []
    for request in requests:
        token = _id.set(request)
        tasks.append(asyncio.create_task(handle(request, _make_log(request, sink))))
        _id.reset(token)
    for task in tasks:
        await task
