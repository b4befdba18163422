"""Your replicas are asked at fixed times. When one of them fails, you go on waiting until the time of the next one has
come. But you know already that nothing will come from it: each failure is a reason of its own to ask the next
one, at that moment.
"""

import asyncio


async def hedged(replicas, after):
    async def ask(place, replica):
        await asyncio.sleep(place * after)
        return await replica()

    tasks = [asyncio.create_task(ask(place, replica)) for place, replica in enumerate(replicas)]
    try:
        for next_end in asyncio.as_completed(tasks):
            try:
                return await next_end
            except Exception as error:
                last = error
        raise last
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
