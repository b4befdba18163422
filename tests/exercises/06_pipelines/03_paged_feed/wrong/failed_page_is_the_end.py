"""When a page fails, your feed ends as if it were complete. The reader believes that there are no more
letters. Close the session, and let the error out.
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
    except Exception:
        return
    finally:
        await session.close()
