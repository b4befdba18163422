"""You look the runners up by their names. Two runners may have the same name, and then the second one does
not count for you. What is different for each arrival, whoever it is?
"""

import asyncio


async def board(runners, show, limit):
    places = {}
    tasks = [asyncio.ensure_future(runner) for runner in runners]
    try:
        async with asyncio.timeout(limit):
            for next_one in asyncio.as_completed(tasks):
                try:
                    name, time = await next_one
                except OSError:
                    continue
                if name not in places:
                    places[name] = len(places) + 1
                    show(places[name], name, time)
    except TimeoutError:
        pass
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return list(places)
