"""You show everyone at the right moment, and you wait for everyone, too. The limit is not used at all, and
one runner who never comes keeps the road closed for ever.
"""

import asyncio


async def board(runners, show, limit):
    names = []
    tasks = [asyncio.ensure_future(runner) for runner in runners]
    try:
        for next_one in asyncio.as_completed(tasks):
            try:
                name, time = await next_one
            except OSError:
                continue
            names.append(name)
            show(len(names), name, time)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return names
