"""Without finally: one close for the good end, one for everything else."""


async def items(open_session):
    session = await open_session()
    n = 0
    try:
        while True:
            page, more = await session.page(n)
            for item in page:
                yield item
            n += 1
            if more is False:
                break
    except BaseException:
        await session.close()
        raise
    await session.close()
