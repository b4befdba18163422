"""You return the right answer at the right moment, and the slow writes go on behind your back. Nobody waits
for them any more, and nobody will hear how they end. Who started them?
"""

import asyncio


async def replicate(writes, need):
    pending = {asyncio.create_task(write()) for write in writes}
    confirmed = failed = 0
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for write in done:
            if write.exception() is None:
                confirmed += 1
            else:
                failed += 1
        if confirmed >= need:
            return True
        if failed > len(writes) - need:
            return False
