"""A page gathers the pages that it has found, and so on; whoever watches the stop cancels the first page."""

import asyncio


async def crawl(start, fetch, *, workers, per_host, timeout, tries, stop):
    report = {}
    hosts = {}
    crew = asyncio.BoundedSemaphore(workers)

    async def try_it(url, left):
        try:
            return "ok", await asyncio.wait_for(fetch(url), timeout)
        except Exception:
            return await try_it(url, left - 1) if left > 1 else ("failed", [])

    async def page(url):
        host = hosts.setdefault(url.split("/", 1)[0], asyncio.BoundedSemaphore(per_host))
        async with host:
            async with crew:
                state, links = await try_it(url, tries)
        report[url] = state
        new = [link for link in dict.fromkeys(links) if link not in known]
        known.update(new)
        await asyncio.gather(*map(page, new), return_exceptions=True)  # waits for all, also when cancelled

    async def halt():
        await stop.wait()
        first.cancel()

    if stop.is_set():
        return {}
    known = {start}
    first = asyncio.create_task(page(start))
    guard = asyncio.create_task(halt())
    try:
        await first
    except asyncio.CancelledError:
        if not stop.is_set():
            raise
    finally:
        guard.cancel()
        await asyncio.wait([first, guard])
    return report
