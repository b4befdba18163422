"""You go on until a page is empty, and do not look at `more`. So you ask for a page after the last one, and
you stop at an empty page in the middle. Who knows whether there is another page?
"""


async def items(open_session):
    session = await open_session()
    n = 0
    try:
        while True:
            page, _ = await session.page(n)
            if not page:
                return
            for item in page:
                yield item
            n += 1
    finally:
        await session.close()
