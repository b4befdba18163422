"""Capstone: the crawler

A museum moves its web sites to a new home. Before the old machines are switched off, somebody has to go
through all pages, following the links, and write down which of them can still be read. The machines are old:
some pages need several tries, some never answer, and a machine that gets too many requests at once falls
over. And it must be possible to stop the whole thing at any time.

Your task: write `crawl(start, fetch, *, workers, per_host, timeout, tries, stop)`.

- A url is a str like "a/" or "a/rooms/7". Its host is the part before the first "/", here "a".
- `await fetch(url)` takes some time and returns the links on this page: a list of urls, which may hold the
  same url twice, or the page itself. It may also fail, with any Exception.
- Fetch `start`, and every page that can be reached from it by links. Each page is visited once, however
  many pages link to it.
- At most `workers` fetches are under way at the same time, and of one host at most `per_host`.
- No place stays empty: whenever a page is known and both limits allow it, its fetch begins at once. So a
  page that has to wait for its busy host does not hold up pages of other hosts. In which order pages that
  wait for the same thing are fetched is left open.
- A fetch that takes longer than `timeout` seconds is stopped: cancelled, and its end waited for. The time
  that a page waits for its turn does not count.
- A fetch that fails or is stopped by the timeout is tried again at once, at most `tries` times in all; each
  try has the whole `timeout`. Whether a page that is tried again keeps its place in the line, if there is a
  line, is left open.
- Return a report when all is done, a dict: url -> "ok" if the page was fetched, "failed" if all its tries
  were in vain. Their order is left open. A failed page ends nothing but itself.
- `stop` is an asyncio.Event. When it is set, no fetch begins any more, and those under way are cancelled.
  When these have ended, return the report so far. Pages whose fetch was not completed by then are left out.
  If `stop` was set before, nothing is fetched and the report is empty. What is due at the very moment of
  the stop may count or not.
- If `crawl` itself is cancelled, the fetches under way are cancelled. When these have ended, the
  CancelledError comes out.
- Whatever happens, nothing of yours is left running. A cancelled fetch may need some time to tidy up, and ends
  as cancelled then.
- Several crawls may run at the same time. They have nothing in common.

`workers`, `per_host` and `tries` are at least 1; `timeout` is greater than 0. No fetch takes exactly
`timeout`.

Run this file to see your program at work.
"""

import asyncio
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
    # Your turn: replace the next line.
    raise NotImplementedError


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

    try:
        asyncio.run(main())
    except NotImplementedError:
        print("The old machines go off, and nobody knows their pages: `crawl` is not written.")
        print("Look for 'Your turn' in this file.")
