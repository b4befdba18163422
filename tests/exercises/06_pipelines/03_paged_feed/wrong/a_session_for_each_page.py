"""You open and close a session for each page. The server has few of them, and one is enough for all pages.
Which of your blocks should be outside, and which one inside?
"""


async def items(open_session):
    n, more = 0, True
    while more:
        session = await open_session()
        try:
            page, more = await session.page(n)
            n += 1
            for item in page:
                yield item
        finally:
            await session.close()
