"""You count to the wrong number: of n writes, n - need may fail, and with one failure more it is over. You
give up one failure too late. Try it on paper for the case that all of them are wanted.
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
            if failed > len(writes) - need + 1:
                return False
        return False
    finally:
        for write in pending:
            write.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
