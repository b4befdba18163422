"""gather over helpers that write into a dict whose keys are there from the beginning."""

import asyncio
from collections.abc import Awaitable, Callable


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    page: dict[str, str | Exception] = dict.fromkeys(feeds, "")

    async def fill(feed: str) -> None:
        try:
            page[feed] = await fetch(feed)
        except Exception as error:
            page[feed] = error

    await asyncio.gather(*map(fill, feeds))
    return page
