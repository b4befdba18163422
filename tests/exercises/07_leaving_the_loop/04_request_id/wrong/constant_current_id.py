"""Your lines are right, since each log knows its request. But `current_id()` always says "-". A function
deep in the program, which gets neither log nor request, has to find out from the context in which it runs.
"""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial


def current_id() -> str:
    return "-"


async def serve(
    requests: list[str],
    handle: Callable[[str, Callable[[str], None]], Awaitable[None]],
    sink: Callable[[str, str], None],
) -> None:
    await asyncio.gather(*(handle(request, partial(sink, request)) for request in requests))
