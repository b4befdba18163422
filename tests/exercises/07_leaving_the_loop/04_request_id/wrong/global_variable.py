"""You keep the id in a global variable, and there is one for all. Whoever begins last writes over it, and
every line from then on carries that id. Each task needs a value of its own.
"""

import asyncio
from collections.abc import Awaitable, Callable

_current = "-"


def current_id() -> str:
    return _current


async def serve(
    requests: list[str],
    handle: Callable[[str, Callable[[str], None]], Awaitable[None]],
    sink: Callable[[str, str], None],
) -> None:
    async def serve_one(request: str) -> None:
        global _current
        _current = request
        await handle(request, lambda text: sink(current_id(), text))

    global _current
    await asyncio.gather(*(serve_one(request) for request in requests))
    _current = "-"
