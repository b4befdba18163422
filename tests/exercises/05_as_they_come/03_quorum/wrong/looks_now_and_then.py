"""You sleep a little, count what has ended meanwhile, and sleep again. So your answer always comes a little
late, and you wake up many times for nothing. What lets you wait until one of several tasks has ended?
"""

import asyncio


async def replicate(writes, need):
    tasks = [asyncio.create_task(write()) for write in writes]
    try:
        while True:
            ended = [task for task in tasks if task.done()]
            confirmed = sum(task.exception() is None for task in ended)
            if confirmed >= need:
                return True
            if len(ended) - confirmed > len(writes) - need:
                return False
            await asyncio.sleep(0.1)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
