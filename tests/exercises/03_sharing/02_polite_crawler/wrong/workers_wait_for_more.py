"""All pages have come, and you return; but your workers still wait at the queue for pages that will never be
put there. A worker without an end stays in the loop for ever. Who tells them that it is over, and who waits
until they have gone?
"""

import asyncio
from collections.abc import Awaitable, Callable


async def crawl(fetch: Callable[[str], Awaitable[str]], urls: list[str], limit: int) -> list[str]:
    todo: asyncio.Queue[str] = asyncio.Queue()
    bodies = {}
    for url in urls:
        todo.put_nowait(url)

    async def worker() -> None:
        while True:
            url = await todo.get()
            bodies[url] = await fetch(url)
            todo.task_done()

    for _ in range(limit):
        asyncio.create_task(worker())  # noqa: RUF006 (this is a part of the mistake)
    await todo.join()
    return [bodies[url] for url in urls]
