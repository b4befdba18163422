"""With FIRST_EXCEPTION, one failed write is a defeat for you. But a quorum exists for exactly this case: some
may fail, as long as enough are left. How many failures can you bear?
"""

import asyncio


async def replicate(writes, need):
    tasks = [asyncio.create_task(write()) for write in writes]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
        return sum(task.exception() is None for task in done) >= need
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
