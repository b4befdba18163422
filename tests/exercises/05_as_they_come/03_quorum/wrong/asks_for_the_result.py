"""You ask whether the result is true, but a confirmed write has no result: it gives `None`, which is
false. So nobody has ever confirmed anything for you. What tells a write that succeeded from one that
failed?
"""

import asyncio


async def replicate(writes, need):
    async def attempt(write):
        try:
            return await write()
        except Exception:
            return False

    tasks = [asyncio.create_task(attempt(write)) for write in writes]
    confirmed = failed = 0
    try:
        for next_one in asyncio.as_completed(tasks):
            if await next_one:
                confirmed += 1
            else:
                failed += 1
            if confirmed == need:
                return True
            if failed > len(writes) - need:
                return False
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
