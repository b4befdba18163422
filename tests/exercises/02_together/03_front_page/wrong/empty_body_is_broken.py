"""You ask with a truth test whether a feed gave something. An empty body is false, but it is a body: the feed
works, and has no news. To find out whether a fetch failed, look for the exception, not at the text.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    async with asyncio.TaskGroup() as group:

        async def box(feed: str) -> str | Exception | None:
            body, failure = "", None
            try:
                body = await fetch(feed)
            except Exception as error:
                failure = error
            return body or failure

        tasks = {feed: group.create_task(box(feed)) for feed in feeds}
    return {feed: task.result() for feed, task in tasks.items()}
