"""You wait for one item of each feed before you give any of them. So every round is as slow as the slowest
feed. An item should not wait for the others.
"""

import asyncio


async def merge(*feeds):
    feeds = list(feeds)
    end = object()
    running = list(feeds)
    try:
        while running:
            items = await asyncio.gather(*(anext(feed, end) for feed in running))
            running = [feed for feed, item in zip(running, items) if item is not end]
            for item in items:
                if item is not end:
                    yield item
    finally:
        for feed in feeds:
            await feed.aclose()
