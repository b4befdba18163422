"""You close the session behind the loop. When the reader leaves early, or a page fails, your program never
gets there, and the session stays open. Which block runs on every way out?
"""


async def items(open_session):
    session = await open_session()
    n, more = 0, True
    while more:
        page, more = await session.page(n)
        n += 1
        for item in page:
            yield item
    await session.close()
