"""asyncio.wait until the next arrival, with what is left of the time."""

import asyncio


async def board(runners, show, limit):
    loop = asyncio.get_running_loop()
    closes = loop.time() + limit
    pending = {asyncio.ensure_future(runner) for runner in runners}
    names = []
    try:
        while pending and loop.time() < closes:
            done, pending = await asyncio.wait(
                pending, timeout=closes - loop.time(), return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                if task.exception() is None:
                    name, time = task.result()
                    names.append(name)
                    show(len(names), name, time)
    finally:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
    return names
