"""You tell the late runners to stop, and leave at once. They need some time to get home, and nobody knows any
more when they are there. `cancel()` only asks; who has asked should wait for the end.
"""

import asyncio


async def board(runners, show, limit):
    names = []
    tasks = [asyncio.ensure_future(runner) for runner in runners]
    try:
        async with asyncio.timeout(limit):
            for next_one in asyncio.as_completed(tasks):
                try:
                    name, time = await next_one
                except OSError:
                    continue
                names.append(name)
                show(len(names), name, time)
    except TimeoutError:
        pass
    finally:
        for task in tasks:
            task.cancel()
    return names
