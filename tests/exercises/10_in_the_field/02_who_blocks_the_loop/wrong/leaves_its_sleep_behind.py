"""You sleep in a task of its own and wait for it with `asyncio.wait`. When you are cancelled, that task sleeps on:
`wait` passes nothing on to the tasks that it waits for. Do you need the task at all?
"""

import asyncio


async def watch(interval, limit, report):
    clock = asyncio.get_running_loop().time
    while True:
        asleep_since = clock()
        await asyncio.wait([asyncio.create_task(asyncio.sleep(interval))])
        lag = clock() - asleep_since - interval
        if lag > limit:
            report(lag)
