"""Your `try` begins before the session is there. When opening it fails, your `finally` wants to close a
session that does not exist, and the caller sees a strange error in place of the real one. From where on is
there something to close?
"""


async def items(open_session):
    n, more = 0, True
    try:
        session = await open_session()
        while more:
            page, more = await session.page(n)
            n += 1
            for item in page:
                yield item
    finally:
        await session.close()
