"""You fetch all pages before you give the first item. Who wants to read one letter waits for all of them.
Where can the `yield` stand, so that the next page waits until somebody asks for it?
"""


async def items(open_session):
    session = await open_session()
    try:
        everything = []
        n, more = 0, True
        while more:
            page, more = await session.page(n)
            everything += page
            n += 1
        for item in everything:
            yield item
    finally:
        await session.close()
