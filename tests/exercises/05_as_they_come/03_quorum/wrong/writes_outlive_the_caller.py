"""You stop the rest when the outcome is certain. But your caller may cancel you before that. Then your last
lines are never reached, and all the writes go on. What runs on every way out?
"""

import asyncio


async def replicate(writes, need):
    pending = {asyncio.create_task(write()) for write in writes}
    confirmed = failed = 0
    while confirmed < need and failed <= len(writes) - need:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for write in done:
            if write.exception() is None:
                confirmed += 1
            else:
                failed += 1
    for write in pending:
        write.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    return confirmed >= need
