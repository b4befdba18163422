"""You stop the late runners at the limit, but not when your board itself is cancelled. That is another way
out of the same function, and the runners go on although nobody will ever look at them. What runs on
every way out?
"""

import asyncio


async def board(runners, show, limit):
    names = []

    async def follow(runner):
        try:
            name, time = await runner
        except OSError:
            return
        names.append(name)
        show(len(names), name, time)

    if not runners:
        return names
    _, late = await asyncio.wait([asyncio.create_task(follow(runner)) for runner in runners], timeout=limit)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
    return names
