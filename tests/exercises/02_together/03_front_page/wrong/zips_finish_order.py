"""`as_completed` gives the bodies in the order in which they arrive, and you pair them with the feeds in
the order in which they were given. So the quickest body lands under the first feed, whoever it came from.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    async def body_of(feed: str) -> str | Exception:
        try:
            return await fetch(feed)
        except Exception as error:
            return error

    tasks = [asyncio.create_task(body_of(feed)) for feed in feeds]
    try:
        bodies = [await body for body in asyncio.as_completed(tasks)]
    finally:
        for task in tasks:
            task.cancel()
    return dict(zip(feeds, bodies, strict=True))
