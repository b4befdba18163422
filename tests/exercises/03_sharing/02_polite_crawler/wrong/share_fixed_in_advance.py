"""You deal the pages out to the workers in advance, as one deals cards. A worker with slow pages still has
some left when the others have nothing more to do. Who takes the next page should be decided when somebody is
free for it.
"""

import asyncio
from collections.abc import Awaitable, Callable


async def crawl(fetch: Callable[[str], Awaitable[str]], urls: list[str], limit: int) -> list[str]:
    async def worker(share: list[str]) -> list[str]:
        return [await fetch(url) for url in share]

    shares = [urls[number::limit] for number in range(limit)]
    found = {}
    for share, bodies in zip(shares, await asyncio.gather(*map(worker, shares)), strict=True):
        found.update(zip(share, bodies, strict=True))
    return [found[url] for url in urls]
