"""as_completed over helpers that say which feed they bring; the page is put in order at the end."""

import asyncio
from collections.abc import Awaitable, Callable


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    async def labelled(feed: str) -> tuple[str, str | Exception]:
        try:
            return feed, await fetch(feed)
        except Exception as error:
            return feed, error

    tasks = [asyncio.create_task(labelled(feed)) for feed in feeds]
    arrived = {}
    try:
        for arrival in asyncio.as_completed(tasks):
            feed, body = await arrival
            arrived[feed] = body
    finally:
        for task in tasks:
            task.cancel()
    return {feed: arrived[feed] for feed in feeds}
