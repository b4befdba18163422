"""You read `loop.time()` as if it had been set to 0 when your race began. It is the clock of the whole loop,
and it has been running for a while. What do you have to note at the start, so that you can tell how much
time is left?
"""

import asyncio


async def board(runners, show, limit):
    names = []
    tasks = [asyncio.ensure_future(runner) for runner in runners]
    try:
        for next_one in asyncio.as_completed(tasks):
            try:
                name, time = await asyncio.wait_for(next_one, limit - asyncio.get_running_loop().time())
            except OSError:
                continue
            names.append(name)
            show(len(names), name, time)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return names
