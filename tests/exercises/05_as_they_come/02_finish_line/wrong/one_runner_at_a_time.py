"""The next runner starts when the one before is in: you await a coroutine object, and that is what starts it.
In a marathon all start together. What makes a coroutine run before somebody awaits it?
"""

import asyncio


async def board(runners, show, limit):
    names = []
    waiting = list(runners)
    try:
        async with asyncio.timeout(limit):
            while waiting:
                try:
                    name, time = await waiting.pop(0)
                except OSError:
                    continue
                names.append(name)
                show(len(names), name, time)
    except TimeoutError:
        pass
    finally:
        for runner in waiting:
            runner.close()
    return names
