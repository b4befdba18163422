"""Your board closes in time, but the late runners go on: a limit ends your waiting, and not the tasks that
you were waiting for. Nobody has told them that the race is over. Who holds these tasks, and who can
cancel them?
"""

import asyncio


async def board(runners, show, limit):
    names = []
    try:
        async with asyncio.timeout(limit):
            for next_one in asyncio.as_completed(runners):
                try:
                    name, time = await next_one
                except OSError:
                    continue
                names.append(name)
                show(len(names), name, time)
    except TimeoutError:
        pass
    return names
