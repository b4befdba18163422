"""You expect that a write can only fail with an OSError. A computer can go wrong in other ways, too, and its
exception then leaves your function, although the others could have been enough. What do all failures have
in common?
"""

import asyncio


async def replicate(writes, need):
    tasks = [asyncio.create_task(write()) for write in writes]
    confirmed = failed = 0
    try:
        for next_one in asyncio.as_completed(tasks):
            try:
                await next_one
                confirmed += 1
            except OSError:
                failed += 1
            if confirmed == need:
                return True
            if failed > len(writes) - need:
                return False
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
