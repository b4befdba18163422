"""You sleep a little, look who has come in meanwhile, and sleep again. So the board is always a little late,
and where two came in between two looks, you no longer know who was first. What wakes you up at the moment
when a runner comes in?
"""

import asyncio


async def board(runners, show, limit):
    names = []
    out = [asyncio.ensure_future(runner) for runner in runners]
    tasks = list(out)
    try:
        async with asyncio.timeout(limit):
            while out:
                for task in list(out):
                    if task.done():
                        out.remove(task)
                        if task.exception() is None:
                            name, time = task.result()
                            names.append(name)
                            show(len(names), name, time)
                if out:
                    await asyncio.sleep(0.25)
    except TimeoutError:
        pass
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return names
