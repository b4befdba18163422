"""Every body is under its own feed, but a dict keeps the order in which its keys were first written, and
yours are written as the bodies arrive. The page looks different each time, and never as the editor wanted
it.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    page: dict[str, str | Exception] = {}

    async def fill(feed: str) -> None:
        try:
            page[feed] = await fetch(feed)
        except Exception as error:
            page[feed] = error

    await asyncio.gather(*map(fill, feeds))
    return page
