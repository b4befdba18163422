"""You wait until the race is over, sort the runners by their watches, and show all of them at once. The list
is nearly right, but nobody saw anything at the moment when it happened. `gather` gives no result before the
last one is there.
"""

import asyncio


async def board(runners, show, limit):
    names = []
    tasks = [asyncio.ensure_future(runner) for runner in runners]
    if not tasks:
        return names
    try:
        done, _ = await asyncio.wait(tasks, timeout=limit)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    arrived = sorted((task.result() for task in done if not task.exception()), key=lambda pair: pair[1])
    for place, (name, time) in enumerate(arrived, 1):
        names.append(name)
        show(place, name, time)
    return names
