"""Polite crawler.

A student project copies the pages of a small museum's web site. The first version asked for all four hundred
pages at once, and the museum's old server fell over. The museum wrote back: "You are welcome to our pages,
but please, no more than three at a time." The students do not want to be slower than that, either: whenever
one page has arrived, the next may be asked for.

Write `crawl`. `await fetch(url)` returns the body of a page, a string.

- Fetch every page once, and return the bodies in the order of `urls`, whatever page arrives first.
- Never have more than `limit` fetches under way. `limit` is 1 or more, and may be larger than the number of
  pages.
- Leave no slot idle: as soon as one fetch ends, the next begins, at the same moment.
- Begin the pages in the order of `urls`.
- No pages: return an empty list at once.
- Every call of `crawl` fetches its pages anew, with its own `limit`.
- When `crawl` is cancelled, the fetches under way are cancelled at that moment, no other fetch begins, and
  `crawl` ends as cancelled.

The pages are distinct. Fetches do not fail here.
"""

from collections.abc import Awaitable, Callable


async def crawl(fetch: Callable[[str], Awaitable[str]], urls: list[str], limit: int) -> list[str]:
    """Fetch all `urls`, at most `limit` at a time; return the bodies in the order of `urls`."""
    # Your turn
    raise NotImplementedError


if __name__ == "__main__":
    import asyncio
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

    try:
        asyncio.run(demo())
    except NotImplementedError:
        print("crawl is not written yet. Replace `raise NotImplementedError` by your code.")
