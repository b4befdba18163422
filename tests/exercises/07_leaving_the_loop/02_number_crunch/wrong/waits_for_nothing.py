"""With files all is well. Without any, `asyncio.wait` refuses: it needs at least one thing to wait for.
What should happen when the dict is empty?
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    loop = asyncio.get_running_loop()
    jobs = {name: loop.run_in_executor(pool, digest, blob, rounds) for name, blob in blobs.items()}
    await asyncio.wait(jobs.values())
    return {name: job.result() for name, job in jobs.items()}
