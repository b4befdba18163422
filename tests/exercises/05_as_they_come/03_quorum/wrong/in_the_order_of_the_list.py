"""All writes are under way, but you look at them in the order of the list. A slow computer at the beginning
hides from you that the others have long ended. Look at them in the order in which they end.
"""

import asyncio


async def replicate(writes, need):
    tasks = [asyncio.create_task(write()) for write in writes]
    confirmed = failed = 0
    try:
        for task in tasks:
            try:
                await task
                confirmed += 1
            except Exception:
                failed += 1
            if confirmed == need:
                return True
            if failed > len(writes) - need:
                return False
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
