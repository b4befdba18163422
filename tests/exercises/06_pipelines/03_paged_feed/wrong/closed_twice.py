"""You close the session behind the loop, and again in your `finally`, which also runs at a good end. The
second closing is one too many. One place that every way out passes is enough.
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
        await session.close()
    finally:
        await session.close()
