"""All runners are on the road together, but you wait for them in the order of the list. Whoever comes in
before the first of the list stands at the finish line unseen. Whom does your `await` wait for, and whom
should it wait for?
"""

import asyncio


async def board(runners, show, limit):
    names = []
    tasks = [asyncio.ensure_future(runner) for runner in runners]
    try:
        async with asyncio.timeout(limit):
            for task in tasks:
                try:
                    name, time = await task
                except OSError:
                    continue
                names.append(name)
                show(len(names), name, time)
    except TimeoutError:
        pass
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return names
