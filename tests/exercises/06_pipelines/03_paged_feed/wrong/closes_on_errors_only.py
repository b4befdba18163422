"""You close the session at the end and after an error. But `aclose()` raises GeneratorExit in your
generator, and a cancellation raises CancelledError. Neither is an Exception, so your `except` does not see
them.
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
        await session.close()
        raise
    await session.close()
