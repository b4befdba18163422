"""You cancel the rest and return at once. `cancel()` only asks: the other computers are still busy with their
clean-up when your caller goes on, and what goes wrong there reaches nobody. Wait until they have really
stopped.
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
            if failed > len(writes) - need:
                return False
    finally:
        for write in pending:
            write.cancel()
