"""You fetch the first page before your `try` begins. When that page fails, or the reader is cancelled while
it waits for it, the session stays open. From which line on is there something to close?
"""


async def items(open_session):
    session = await open_session()
    page, more = await session.page(0)
    n = 1
    try:
        while True:
            for x in page:
                yield x
            if not more:
                break
            page, more = await session.page(n)
            n += 1
    finally:
        await session.close()
