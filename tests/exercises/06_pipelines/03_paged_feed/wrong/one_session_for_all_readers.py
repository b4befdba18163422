"""You keep the session in a variable of the module, so all feeds share one. The second reader gets the
letters of the first, and who leaves first closes it for the other. Where has a variable to be made, so that
every feed has its own?
"""

session = None


async def items(open_session):
    global session
    session = session or await open_session()
    n, more = 0, True
    try:
        while more:
            page, more = await session.page(n)
            n += 1
            for item in page:
                yield item
    finally:
        await session.close()
