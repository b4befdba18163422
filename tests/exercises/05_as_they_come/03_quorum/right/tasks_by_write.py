"""A table from each write to its task: the writes of two computers are two functions."""

import asyncio
from collections.abc import Awaitable, Callable


async def replicate(writes: list[Callable[[], Awaitable[None]]], need: int) -> bool:
    tasks = {write: asyncio.ensure_future(write()) for write in writes}
    pending = set(tasks.values())
    confirmed = failed = 0
    try:
        while True:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            failures = sum(task.exception() is not None for task in done)
            failed += failures
            confirmed += len(done) - failures
            if confirmed >= need:
                return True
            if len(tasks) - failed < need:
                return False
    finally:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
