"""You let ten writes go on at a time, and the others wait for their turn: with many computers the outcome comes
late. What does the task say about when the writes start?
"""

import asyncio


async def replicate(writes, need):
    turns = asyncio.Semaphore(10)

    async def turn(write):
        async with turns:
            await write()

    pending = {asyncio.create_task(turn(write)) for write in writes}
    confirmed = failed = 0
    try:
        while True:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            failed += sum(task.exception() is not None for task in done)
            confirmed += sum(task.exception() is None for task in done)
            if confirmed >= need:
                return True
            if len(writes) - failed < need:
                return False
    finally:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
