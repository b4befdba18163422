"""`gather` takes the awaitables as separate arguments. You give it one argument, a list, and a list cannot
be awaited: that is a TypeError before anything has begun. How does Python spread a list over the arguments
of a call?
"""

import asyncio
from collections.abc import Awaitable, Callable


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    bodies = await asyncio.gather([fetch(feed) for feed in feeds], return_exceptions=True)
    return dict(zip(feeds, bodies, strict=True))
