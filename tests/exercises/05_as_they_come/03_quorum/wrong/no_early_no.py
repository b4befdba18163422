"""You notice at once when you have won, but not when you have lost: with three of five failed you still wait
for the last two, which cannot help any more. What has to be true so that `need` can still be reached?
"""

import asyncio


async def replicate(writes, need):
    pending = {asyncio.create_task(write()) for write in writes}
    confirmed = failed = 0
    try:
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for write in done:
                if write.exception() is None:
                    confirmed += 1
                else:
                    failed += 1
            if confirmed >= need:
                return True
        return False
    finally:
        for write in pending:
            write.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
