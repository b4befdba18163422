"""A task group puts the error of a job into an ExceptionGroup, and `except ValueError` around your function
does not catch that. How do you get the one error out of its group?
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    loop = asyncio.get_running_loop()
    hashes: dict[str, str] = {}

    async def hash_one(name: str, blob: bytes) -> None:
        hashes[name] = await loop.run_in_executor(pool, digest, blob, rounds)

    async with asyncio.TaskGroup() as group:
        for name, blob in blobs.items():
            group.create_task(hash_one(name, blob))
    return hashes
