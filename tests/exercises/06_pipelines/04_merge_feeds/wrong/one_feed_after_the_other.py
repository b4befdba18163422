"""You read the first feed to its end before you look at the second one. Its items come much too late.
`async for` waits for one feed only: what waits for several?
"""

from contextlib import AsyncExitStack, aclosing


async def merge(*feeds):
    async with AsyncExitStack() as stack:
        for feed in feeds:
            await stack.enter_async_context(aclosing(feed))
        for feed in feeds:
            async for item in feed:
                yield item
