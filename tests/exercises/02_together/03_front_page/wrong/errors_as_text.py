"""You put the text of the exception on the page. A text looks like a body: nobody can see any more that
this feed failed, or how. The exception is an object, and it can be kept like any other value.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    bodies = await asyncio.gather(*(fetch(feed) for feed in feeds), return_exceptions=True)
    return {feed: str(body) for feed, body in zip(feeds, bodies, strict=True)}
