"""You look at `more`, but you also stop when a page is empty. Letters may have been deleted, and full pages
come after it. An empty page alone says nothing.
"""


async def items(open_session):
    session = await open_session()
    n, more = 0, True
    try:
        while more:
            page, more = await session.page(n)
            if not page:
                break
            for item in page:
                yield item
            n += 1
    finally:
        await session.close()
