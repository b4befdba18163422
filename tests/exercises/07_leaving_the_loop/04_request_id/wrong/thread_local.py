"""`threading.local` has a value for each thread. But all tasks run in the same thread, the loop's: they
share one value. And a helper thread has none at all.
"""

import asyncio
import threading
from collections.abc import Awaitable, Callable

_local = threading.local()


def current_id() -> str:
    return getattr(_local, "request", "-")


async def serve(
    requests: list[str],
    handle: Callable[[str, Callable[[str], None]], Awaitable[None]],
    sink: Callable[[str, str], None],
) -> None:
    async def serve_one(request: str) -> None:
        _local.request = request
        await handle(request, lambda text: sink(current_id(), text))

    await asyncio.gather(*(serve_one(request) for request in requests))
    _local.request = "-"
