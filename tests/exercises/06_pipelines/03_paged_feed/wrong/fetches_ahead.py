"""You fetch the next page in the background while the items of this one are read. That is quick, but nobody
has asked for it: most readers leave before. Here a page is to be fetched only when it is needed.
"""

import asyncio


async def items(open_session):
    session = await open_session()
    n = 0
    ahead = asyncio.create_task(session.page(0))
    try:
        while ahead:
            page, more = await ahead
            n += 1
            ahead = asyncio.create_task(session.page(n)) if more else None
            for item in page:
                yield item
    finally:
        if ahead:
            ahead.cancel()
            await asyncio.gather(ahead, return_exceptions=True)
        await session.close()
