"""Plain tasks and asyncio.wait, which neither raises nor cancels: the clean-up is written by hand."""

import asyncio
from collections.abc import Awaitable, Callable


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    tasks = {feed: asyncio.create_task(fetch(feed)) for feed in feeds}
    if not tasks:
        return {}
    try:
        await asyncio.wait(tasks.values())
    except asyncio.CancelledError:
        for task in tasks.values():
            task.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
        raise
    return {feed: task.exception() or task.result() for feed, task in tasks.items()}
