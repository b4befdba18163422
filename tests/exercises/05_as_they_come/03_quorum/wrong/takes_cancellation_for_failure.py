"""Your `except` also catches the CancelledError that arrives when your caller stops you. You count it as one
more failed write and go on. Whoever cancels you wants you to end, and as cancelled. Which class have all
failures in common?
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
            except BaseException:
                failed += 1
            if confirmed == need:
                return True
            if failed > len(writes) - need:
                return False
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
