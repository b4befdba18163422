"""Capstone: the crawler: the solution

Every part of it is an exercise of its own: semaphores (3.2), a timeout (4.1), retries (8.1), a task group
(2.4), and a race that cleans up behind itself (5.1). What is new is how they are put together. The rule
that helps: each layer knows one thing, and leaves nothing behind. A try knows the timeout; a page knows its
tries and its places; the group knows when there are no pages left; and only the outermost layer knows of
the stop.
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable


async def crawl(
    start: str,
    fetch: Callable[[str], Awaitable[list[str]]],
    *,
    workers: int,
    per_host: int,
    timeout: float,
    tries: int,
    stop: asyncio.Event,
) -> dict[str, str]:
    """Visit every page that can be reached from `start`; report which were fetched and which failed."""
    report: dict[str, str] = {}
    known = {start}
    places = asyncio.Semaphore(workers)
    places_of_host: dict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(per_host))

    async def links_of(url: str) -> list[str] | None:
        """Try up to `tries` times; None if all were in vain."""
        for _ in range(tries):
            try:
                # A new timeout for each try. A cancellation from outside is no Exception: it goes through.
                async with asyncio.timeout(timeout):
                    return await fetch(url)
            except Exception:  # noqa: BLE001 (whatever a fetch fails with: it failed)
                continue  # a TimeoutError is one of them
        return None

    async def visit(url: str, group: asyncio.TaskGroup) -> None:
        # First the host's place, then one of all: whoever holds a place of all can really begin. The other
        # way round, pages of a busy host would sit on all places and only wait.
        async with places_of_host[url.partition("/")[0]], places:
            links = await links_of(url)
        report[url] = "failed" if links is None else "ok"
        for link in links or []:
            # Known from the moment when its task is made, and not from its end: no page is visited twice.
            # There is no await between the two lines, so no lock is needed.
            if link not in known:
                known.add(link)
                group.create_task(visit(link, group))

    async def visit_all() -> None:
        # The group ends when its last task has, and tasks may start others meanwhile. So nobody has to find
        # out when the crawl is over.
        async with asyncio.TaskGroup() as group:
            group.create_task(visit(start, group))

    if stop.is_set():
        return report
    crawling = asyncio.create_task(visit_all())
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([crawling, stopping], return_when=asyncio.FIRST_COMPLETED)
    finally:
        # Ready, stopped or cancelled: all three pass here. The group passes the cancellation on to its tasks,
        # and ends when they have.
        crawling.cancel()
        stopping.cancel()
        await asyncio.wait([crawling, stopping])
    if not crawling.cancelled():
        crawling.result()  # raises if there is a mistake in the lines above
    return report


if __name__ == "__main__":
    import time

    begin = time.perf_counter()

    def say(text: str) -> None:
        print(f"{time.perf_counter() - begin:4.1f} s  {text}")

    site = {
        "museum/": ["museum/rooms", "museum/shop", "library/"],
        "museum/rooms": ["museum/", "museum/shop", "museum/rooms/1", "museum/rooms/2"],
        "museum/shop": ["archive/lost", "museum/"],
        "library/": ["library/maps", "museum/"],
        "library/maps": [],
        "museum/rooms/1": [],
        "museum/rooms/2": ["archive/lost"],
    }
    tried: list[str] = []

    async def fetch(url: str) -> list[str]:
        tried.append(url)
        say(f"{url}: try {tried.count(url)}")
        await asyncio.sleep(30 if url == "archive/lost" else 0.5)
        if url == "library/" and tried.count(url) == 1:
            raise OSError("the machine has fallen over")
        return site[url]

    async def main() -> None:
        for seconds in (60, 0.7):
            say(f"a crawl that is stopped after {seconds} s, if it is not ready by then")
            tried.clear()
            stop = asyncio.Event()
            asyncio.get_running_loop().call_later(seconds, stop.set)
            report = await crawl("museum/", fetch, workers=3, per_host=2, timeout=0.8, tries=2, stop=stop)
            for url, state in sorted(report.items()):
                say(f"    {state:7} {url}")

    asyncio.run(main())
