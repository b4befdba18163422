"""You stop one write, wait until it has cleaned up, and only then tell the next one. All this time the others
go on writing, and the clean-ups add up. First tell all of them; wait afterwards.
"""

import asyncio
from contextlib import suppress


async def replicate(writes, need):
    tasks = [asyncio.create_task(write()) for write in writes]
    confirmed = failed = 0
    try:
        for next_one in asyncio.as_completed(tasks):
            try:
                await next_one
                confirmed += 1
            except Exception:
                failed += 1
            if confirmed == need:
                return True
            if failed > len(writes) - need:
                return False
    finally:
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await task
