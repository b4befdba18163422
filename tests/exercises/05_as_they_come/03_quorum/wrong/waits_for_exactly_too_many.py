"""You say no when the number of failures is equal to the first one that is too many. But several writes may
fail at the same moment, and then the number jumps past it: all is lost, and you wait on.
"""

import asyncio


async def replicate(writes, need):
    tasks = pending = {asyncio.create_task(write()) for write in writes}
    confirmed = failed = 0
    try:
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            good = sum(task.exception() is None for task in done)
            confirmed += good
            failed += len(done) - good
            if confirmed >= need:
                return True
            if failed == len(writes) - need + 1:
                return False
        return False
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
