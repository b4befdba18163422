"""You give whole pages, and not items. How pages are cut is the server's affair: the reader wants one
letter after the other.
"""


async def items(open_session):
    session = await open_session()
    n, more = 0, True
    try:
        while more:
            page, more = await session.page(n)
            n += 1
            yield page
    finally:
        await session.close()
