"""A recursive function waits for the next download, until one has succeeded or none is left."""

import asyncio


async def best(tasks):
    done, rest = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for t in done:
        if t.exception() is None:
            return t
    return await best(rest) if rest else None


async def stop(tasks):
    if not tasks:
        return
    tasks[0].cancel()
    await stop(tasks[1:])
    await asyncio.wait([tasks[0]])
    if not tasks[0].cancelled():
        tasks[0].exception()


async def first_good(fetchers):
    tasks = [asyncio.ensure_future(f()) for f in fetchers]
    try:
        t = await best(tasks)
    except asyncio.CancelledError:
        await stop(tasks)
        raise
    await stop(tasks)
    if t is None:
        raise ExceptionGroup("", [t.exception() for t in tasks])
    return t.result()
