"""Two generators: the inner one gives pages and owns the session, the outer one closes it and gives items."""

from contextlib import aclosing, asynccontextmanager


@asynccontextmanager
async def opened(open_session):
    session = await open_session()
    try:
        yield session
    finally:
        await session.close()


async def pages(open_session):
    async with opened(open_session) as session:
        more, n = True, 0
        while more:
            page, more = await session.page(n)
            yield page
            n += 1


async def items(open_session):
    async with aclosing(pages(open_session)) as all_pages:
        async for page in all_pages:
            for item in page:
                yield item
