"""`asyncio.wait` may return several tasks that have ended at the same moment. You count one of them and
forget the others, so some votes are never counted. Why is it a set that it returns?
"""

import asyncio


async def replicate(writes, need):
    pending = {asyncio.create_task(write()) for write in writes}
    confirmed = failed = 0
    try:
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            write = done.pop()
            if write.exception() is None:
                confirmed += 1
            else:
                failed += 1
            if confirmed >= need:
                return True
            if failed > len(writes) - need:
                return False
        return False
    finally:
        for write in pending:
            write.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
