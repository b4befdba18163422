"""A task group over helpers that turn an exception into a value, so that the group never sees one."""

import asyncio
from collections.abc import Awaitable, Callable


async def front_page(fetch: Callable[[str], Awaitable[str]], feeds: list[str]) -> dict[str, str | Exception]:
    async def body_of(feed: str) -> str | Exception:
        try:
            return await fetch(feed)
        except Exception as error:
            return error

    async with asyncio.TaskGroup() as group:
        tasks = {feed: group.create_task(body_of(feed)) for feed in feeds}
    return {feed: task.result() for feed, task in tasks.items()}
