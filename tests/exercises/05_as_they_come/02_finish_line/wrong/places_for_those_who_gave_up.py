"""You count the ends, and not the arrivals: a runner who gives up takes a place that nobody gets. What has to
happen before a place is given away?
"""

import asyncio


async def board(runners, show, limit):
    names = []
    tasks = [asyncio.ensure_future(runner) for runner in runners]
    try:
        async with asyncio.timeout(limit):
            for place, next_one in enumerate(asyncio.as_completed(tasks), 1):
                try:
                    name, time = await next_one
                except OSError:
                    continue
                names.append(name)
                show(place, name, time)
    except TimeoutError:
        pass
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return names
