"""A task group is all or nothing: as soon as one feed fails, it cancels the others and raises an
ExceptionGroup. That is right where half a result is worse than none. Here, most of the page is much better
than no page.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    async with asyncio.TaskGroup() as group:
        tasks = {feed: group.create_task(fetch(feed)) for feed in feeds}
    return {feed: task.exception() or task.result() for feed, task in tasks.items()}
