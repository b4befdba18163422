"""One runner gives up, and the race is over for everybody: the OSError leaves your loop. Where does it come
out, and how far does your `try` have to reach so that the loop goes on?
"""

import asyncio


async def board(runners, show, limit):
    names = []
    tasks = [asyncio.ensure_future(runner) for runner in runners]
    try:
        async with asyncio.timeout(limit):
            for next_one in asyncio.as_completed(tasks):
                name, time = await next_one
                names.append(name)
                show(len(names), name, time)
    except OSError:
        pass
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return names
