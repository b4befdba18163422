"""An exit stack closes the session; the pages are fetched with a while loop."""

from contextlib import AsyncExitStack


async def items(open_session):
    async with AsyncExitStack() as stack:
        session = await open_session()
        stack.push_async_callback(session.close)
        n, more = 0, True
        while more:
            page, more = await session.page(n)
            n += 1
            for item in page:
                yield item
