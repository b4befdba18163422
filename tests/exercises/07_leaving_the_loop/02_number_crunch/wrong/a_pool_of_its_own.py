"""You start processes of your own, and the pool that you are given stays idle. Your caller has decided how
many processors the hashing may take; a second pool takes them twice.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor() as own:
        jobs = [loop.run_in_executor(own, digest, blob, rounds) for blob in blobs.values()]
        return dict(zip(blobs, await asyncio.gather(*jobs), strict=True))
