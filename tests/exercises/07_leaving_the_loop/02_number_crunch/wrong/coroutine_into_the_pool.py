"""What you send to the other process is a coroutine function. It is called there, and that gives a
coroutine object: nothing has been computed, and the object cannot be pickled to come back. No loop runs
over there; send a plain function.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor


async def job(digest: Callable[[bytes, int], str], blob: bytes, rounds: int) -> str:
    return digest(blob, rounds)


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(pool, job, digest, blob, rounds) for blob in blobs.values()]
    return dict(zip(blobs, await asyncio.gather(*jobs), strict=True))
