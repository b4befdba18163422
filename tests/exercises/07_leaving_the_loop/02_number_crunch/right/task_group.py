"""A task for each file in a task group. One failure is taken out of its group."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from functools import partial


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    hashes: dict[str, str] = {}
    loop = asyncio.get_running_loop()

    async def hash_one(name: str) -> None:
        hashes[name] = await loop.run_in_executor(pool, partial(digest, blobs[name], rounds))

    try:
        async with asyncio.TaskGroup() as group:
            for name in blobs:
                group.create_task(hash_one(name))
    except* Exception as failures:
        failure = failures.exceptions[0]
    else:
        return hashes
    raise failure
