"""Each write releases one of two semaphores; two collectors take what they need, and the first ready decides."""

import asyncio


async def replicate(writes, need):
    yes, no = asyncio.Semaphore(0), asyncio.Semaphore(0)

    async def run(write):
        try:
            await write()
        except Exception:
            no.release()
        else:
            yes.release()

    async def collect(votes, number):
        for _ in range(number):
            await votes.acquire()

    won = asyncio.create_task(collect(yes, need))
    lost = asyncio.create_task(collect(no, len(writes) - need + 1))
    tasks = [asyncio.create_task(run(write)) for write in writes]
    try:
        await asyncio.wait([won, lost], return_when=asyncio.FIRST_COMPLETED)
        return won.done()
    finally:
        for task in [won, lost, *tasks]:
            task.cancel()
        await asyncio.gather(won, lost, *tasks, return_exceptions=True)
