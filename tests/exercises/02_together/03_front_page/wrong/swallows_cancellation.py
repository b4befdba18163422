"""`except BaseException` catches more than failures: the request to stop, a CancelledError, is taken for a
broken feed and put on the page. Whoever cancelled you believes that you have stopped, and you go on with
the next feed.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    tasks = {feed: asyncio.create_task(fetch(feed)) for feed in feeds}
    page = {}
    for feed, task in tasks.items():
        try:
            page[feed] = await task
        except BaseException as error:
            page[feed] = error
    return page
