"""By default `gather` raises the first exception that it meets. The other bodies are lost to you, although
their fetches go on in the background, alone. One broken feed has cost you the whole page.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    bodies = await asyncio.gather(*(fetch(feed) for feed in feeds))
    return dict(zip(feeds, bodies, strict=True))
