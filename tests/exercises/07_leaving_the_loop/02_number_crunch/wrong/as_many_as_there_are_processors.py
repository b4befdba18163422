"""You hold jobs back until a processor should be free. The pool does that by itself: it has a queue, and
each process takes the next job at the moment when it has ended one. You know neither how many processes it
has nor when they are free.
"""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    loop = asyncio.get_running_loop()
    processors = asyncio.Semaphore(os.cpu_count() or 4)

    async def hash_one(blob: bytes) -> str:
        async with processors:
            return await loop.run_in_executor(pool, digest, blob, rounds)

    return dict(zip(blobs, await asyncio.gather(*map(hash_one, blobs.values())), strict=True))
