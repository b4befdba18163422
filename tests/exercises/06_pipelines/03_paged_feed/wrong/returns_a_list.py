"""You return a list of all items. `async for` cannot go through what an `async def` with `return` gives:
that is a coroutine, which has to be awaited, and it gives everything at the end. Which word hands out one
item and waits for the next request?
"""


async def items(open_session):
    session = await open_session()
    everything = []
    n, more = 0, True
    try:
        while more:
            page, more = await session.page(n)
            n += 1
            everything.extend(page)
    finally:
        await session.close()
    return everything
