"""The feeds that failed are missing from your page. Who reads it cannot tell a feed that is broken from
one that nobody asked for. A failure is a result too.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    bodies = await asyncio.gather(*(fetch(feed) for feed in feeds), return_exceptions=True)
    return {feed: body for feed, body in zip(feeds, bodies, strict=True) if not isinstance(body, Exception)}
