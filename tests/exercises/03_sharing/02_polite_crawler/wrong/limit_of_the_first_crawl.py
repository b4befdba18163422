"""Your semaphore is made once, in the first crawl, and kept for all that follow. A later crawl with another
limit is held to the old one. What depends on the arguments of a call belongs to that call.
"""

import asyncio
from collections.abc import Awaitable, Callable

slots: asyncio.Semaphore | None = None


async def crawl(fetch: Callable[[str], Awaitable[str]], urls: list[str], limit: int) -> list[str]:
    global slots
    if slots is None:
        slots = asyncio.Semaphore(limit)
    shared = slots

    async def page(url: str) -> str:
        async with shared:
            return await fetch(url)

    return await asyncio.gather(*(page(url) for url in urls))
