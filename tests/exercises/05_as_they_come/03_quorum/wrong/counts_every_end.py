"""You count how many writes have ended, and a failed write has ended, too. So two failures and one
confirmation are a quorum of three for you. What makes a task that has ended a confirmation?
"""

import asyncio
from contextlib import suppress


async def replicate(writes, need):
    tasks = [asyncio.create_task(write()) for write in writes]
    ended = 0
    try:
        for next_one in asyncio.as_completed(tasks):
            with suppress(Exception):
                await next_one
            ended += 1
            if ended == need:
                return True
        return False
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
