"""as_completed over helpers that say whether their write was confirmed; an exit stack stops the rest."""

import asyncio
from contextlib import AsyncExitStack


async def replicate(writes, need):
    async def confirmed(write):
        try:
            await write()
        except Exception:
            return False
        return True

    tasks = [asyncio.create_task(confirmed(write)) for write in writes]

    async def stop():
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    votes = []
    async with AsyncExitStack() as stack:
        stack.push_async_callback(stop)
        for next_one in asyncio.as_completed(tasks):
            votes.append(await next_one)
            if votes.count(True) == need or votes.count(False) > len(writes) - need:
                break
    return votes.count(True) == need
