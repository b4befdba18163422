"""You fetch the next page before you give the last item of this one. Who asks for that item waits for a
page that it may never want. Is there something to give without a new page?
"""


async def items(open_session):
    session = await open_session()
    try:
        page, more = await session.page(0)
        n = 1
        while page or more:
            while more and len(page) <= 1:
                next_page, more = await session.page(n)
                page = page + next_page
                n += 1
            if page:
                yield page.pop(0)
    finally:
        await session.close()
