"""When the limit comes, your list of names is thrown away together with the loop that filled it: `wait_for`
cancels the whole coroutine, and what it would have returned is gone. Where could the names live so that
they outlive it?
"""

import asyncio


async def board(runners, show, limit):
    tasks = [asyncio.ensure_future(runner) for runner in runners]

    async def watch():
        names = []
        for next_one in asyncio.as_completed(tasks):
            try:
                name, time = await next_one
            except OSError:
                continue
            names.append(name)
            show(len(names), name, time)
        return names

    try:
        return await asyncio.wait_for(watch(), limit)
    except TimeoutError:
        return []
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
