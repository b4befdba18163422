"""You start the closing as a task and do not wait for it. When `aclose()` has returned, the session is
still open, and nobody will notice when the closing fails. A generator may await, also while it is being
closed.
"""

import asyncio


async def items(open_session):
    session = await open_session()
    n, more = 0, True
    try:
        while more:
            page, more = await session.page(n)
            n += 1
            for item in page:
                yield item
    finally:
        asyncio.create_task(session.close())
