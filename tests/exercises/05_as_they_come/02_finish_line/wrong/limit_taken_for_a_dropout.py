"""TimeoutError is a subclass of OSError. Your `except OSError` inside the loop takes the end of the time for
one more runner who gives up, and goes on with the next one. How can the limit be kept out of the loop?
"""

import asyncio


async def board(runners, show, limit):
    names = []
    tasks = [asyncio.ensure_future(runner) for runner in runners]
    try:
        for next_one in asyncio.as_completed(tasks):
            try:
                name, time = await asyncio.wait_for(next_one, limit)
            except OSError:
                continue
            names.append(name)
            show(len(names), name, time)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return names
