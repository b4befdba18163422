"""You take every TimeoutError for the end of the race. A runner may raise one too, long before the limit; it
comes out of the same `await` as the one of `as_completed(timeout=...)`. How can you make sure that only one
of the two can arrive there?
"""

import asyncio


async def board(runners, show, limit):
    names = []
    tasks = [asyncio.ensure_future(runner) for runner in runners]
    try:
        for next_one in asyncio.as_completed(tasks, timeout=limit):
            try:
                name, time = await next_one
            except TimeoutError:
                break
            except OSError:
                continue
            names.append(name)
            show(len(names), name, time)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return names
