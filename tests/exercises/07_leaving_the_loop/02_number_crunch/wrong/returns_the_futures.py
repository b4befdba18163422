"""What `run_in_executor` returns is a future, and you put these into your dict. When you return, nothing
has been hashed yet. Somebody has to await each of them to get its digest.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    loop = asyncio.get_running_loop()
    return {name: loop.run_in_executor(pool, digest, blob, rounds) for name, blob in blobs.items()}
