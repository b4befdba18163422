"""With `None` for the pool, the jobs go to the loop's default pool, and that one has threads. Of all
threads of a process only one computes at a time, so the seconds add up; and the processes of the given pool
have nothing to do.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(None, digest, blob, rounds) for blob in blobs.values()]
    return dict(zip(blobs, await asyncio.gather(*jobs), strict=True))
