"""No queue: one task per feed reads one item; asyncio.wait tells which reads are over."""

import asyncio


async def merge(*feeds):
    reads = {asyncio.ensure_future(anext(feed)): feed for feed in feeds}
    try:
        while reads:
            done, _ = await asyncio.wait(reads, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                try:
                    item = task.result()
                except StopAsyncIteration:
                    del reads[task]
                    continue
                yield item
                feed = reads.pop(task)
                reads[asyncio.ensure_future(anext(feed))] = feed
    finally:
        for task in reads:
            task.cancel()
        await asyncio.gather(*reads, return_exceptions=True)
        for feed in feeds:
            await feed.aclose()
