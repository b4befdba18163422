"""You fetch slices of `limit` pages, and each slice waits for its slowest page. Meanwhile the other slots
stand idle. The next page needs only one free slot, not an empty house."""

import asyncio


async def crawl(fetch, urls, limit):
    bodies = []
    for first in range(0, len(urls), limit):
        bodies += await asyncio.gather(*(fetch(url) for url in urls[first : first + limit]))
    return bodies
