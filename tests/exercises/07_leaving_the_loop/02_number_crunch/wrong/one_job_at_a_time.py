"""You await each job before you submit the next one. One process computes, and the others have nothing to
do. Give all jobs away first, and wait afterwards.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    loop = asyncio.get_running_loop()
    return {name: await loop.run_in_executor(pool, digest, blob, rounds) for name, blob in blobs.items()}
