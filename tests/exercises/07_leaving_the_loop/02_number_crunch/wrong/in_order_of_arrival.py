"""You put names and digests together in the order in which the digests arrive. The small files arrive
first, and then a digest stands beside the name of another file.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(pool, digest, blob, rounds) for blob in blobs.values()]
    arrived = [await job for job in asyncio.as_completed(jobs)]
    return dict(zip(blobs, arrived, strict=True))
