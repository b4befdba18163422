"""With feeds all is well. Without any, `asyncio.wait` refuses: it needs at least one task to wait for.
What should happen when the list is empty?
"""

import asyncio
from collections.abc import Awaitable, Callable


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    tasks = {feed: asyncio.create_task(fetch(feed)) for feed in feeds}
    try:
        await asyncio.wait(tasks.values())
    finally:
        for task in tasks.values():
            task.cancel()
    return {feed: task.exception() or task.result() for feed, task in tasks.items()}
