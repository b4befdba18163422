"""Polite crawler: the solution.

A semaphore is a number of slots. Who finds none waits in line, and gets the slot that is given back first.
All pages are started at once as tasks, but most of them wait at the semaphore, not at the museum's server.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def crawl(fetch: Callable[[str], Awaitable[str]], urls: list[str], limit: int) -> list[str]:
    """Fetch all `urls`, at most `limit` at a time; return the bodies in the order of `urls`."""
    # One semaphore for all: a semaphore made inside `visit` would have `limit` slots for each page.
    slots = asyncio.Semaphore(limit)

    async def visit(url: str) -> str:
        async with slots:
            # The await belongs into the block: the slot is in use until the body is here, not until it is
            # asked for.
            return await fetch(url)

    # The tasks make their first step in the order in which they were made, and the semaphore serves in order
    # of arrival: so the pages begin in the given order. When crawl is cancelled, the group cancels all of
    # them and waits for them.
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(visit(url)) for url in urls]

    # The list of tasks has the order of `urls`, whatever page came first.
    return [task.result() for task in tasks]


# A task for every page is no trouble for hundreds of pages. For millions, start `limit` tasks that take the
# next page from one shared iterator.


if __name__ == "__main__":
    import time

    async def demo() -> None:
        start = time.monotonic()
        seconds = {"/start": 1.5, "/rooms": 0.5, "/tickets": 0.5, "/shop": 0.5, "/news": 0.5, "/history": 0.5}
        under_way: list[str] = []

        def say(text: str) -> None:
            print(f"{time.monotonic() - start:4.1f} s  {text:20}  under way: {' '.join(under_way) or '-'}")

        async def fetch(url: str) -> str:
            under_way.append(url)
            say(f"ask for {url}")
            await asyncio.sleep(seconds[url])
            under_way.remove(url)
            say(f"got {url}")
            return f"<{url[1:]}>"

        bodies = await crawl(fetch, list(seconds), 2)
        print(f"{time.monotonic() - start:4.1f} s  {' '.join(bodies)}")
        print("        (two at a time and no slot idle: 2.0 s)")

    asyncio.run(demo())
