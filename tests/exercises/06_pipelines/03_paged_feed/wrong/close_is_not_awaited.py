"""You call `session.close()` and do not await it. That makes a coroutine object, and nothing is closed. A
generator may await, also while it is being closed.
"""


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
        session.close()
