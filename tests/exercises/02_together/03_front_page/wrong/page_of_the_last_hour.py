"""Your dict lives outside of the function, so what it held before is still in it. The next page then shows
feeds that nobody asked for. What belongs to one page should be made with that page.
"""

import asyncio
from collections.abc import Awaitable, Callable

page: dict[str, str | Exception] = {}


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    bodies = await asyncio.gather(*(fetch(feed) for feed in feeds), return_exceptions=True)
    page.update(zip(feeds, bodies, strict=True))
    return page
