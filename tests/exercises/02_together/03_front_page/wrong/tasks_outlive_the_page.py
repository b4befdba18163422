"""You await plain tasks in turn. When the page is cancelled, the cancellation reaches the one task that
you are just waiting for; the others are tasks of their own, and go on. Who starts tasks has to end them as
well.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    tasks = {feed: asyncio.create_task(fetch(feed)) for feed in feeds}
    page: dict[str, str | Exception] = {}
    for feed, task in tasks.items():
        try:
            page[feed] = await task
        except Exception as error:
            page[feed] = error
    return page
