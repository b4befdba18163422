"""A thread submits each job and waits for it. But those threads come from the loop's default pool, which
has only a few: with forty files most jobs wait for a thread before they get to the processes. To submit a
job takes no time; only the waiting needs help.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    def hash_one(blob: bytes) -> str:
        return pool.submit(digest, blob, rounds).result()

    jobs = [asyncio.to_thread(hash_one, blob) for blob in blobs.values()]
    return dict(zip(blobs, await asyncio.gather(*jobs), strict=True))
