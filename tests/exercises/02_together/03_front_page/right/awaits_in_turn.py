"""Tasks that are awaited one after the other; whatever ends the loop early cancels the rest."""

import asyncio
from collections.abc import Awaitable, Callable


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    tasks = [asyncio.create_task(fetch(feed)) for feed in feeds]
    page: dict[str, str | Exception] = {}
    try:
        for feed, task in zip(feeds, tasks, strict=True):
            try:
                page[feed] = await task
            except Exception as error:
                page[feed] = error
    finally:
        for task in tasks:
            task.cancel()
    return page
