"""Your two sides look at a list every now and then, and sleep in between. So an item waits although nobody
is sending, and the program is busy with looking. What wakes a task at the moment when there is something
for it?
"""

import asyncio


async def pump(source, send, size):
    waiting = []
    ended = False
    count = 0

    async def read():
        nonlocal ended
        async for item in source:
            while len(waiting) >= size:
                await asyncio.sleep(0.05)
            waiting.append(item)
        ended = True

    async def deliver():
        nonlocal count
        while waiting or not ended:
            if waiting:
                await send(waiting.pop(0))
                count += 1
            else:
                await asyncio.sleep(0.05)

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(read())
            group.create_task(deliver())
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from None
    return count
