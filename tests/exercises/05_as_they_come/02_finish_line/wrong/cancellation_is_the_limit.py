"""You take a CancelledError for the end of the time. But the one who cancels you is your caller: it wants you
to end as cancelled, and gets a list instead. The limit arrives as another kind of exception.
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
    except (TimeoutError, asyncio.CancelledError):
        pass
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return names
