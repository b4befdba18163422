"""`map` of the pool gives all jobs away at once. A thread waits for its results."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from itertools import repeat


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    def collect() -> dict[str, str]:
        return dict(zip(blobs, pool.map(digest, blobs.values(), repeat(rounds)), strict=True))

    return await asyncio.to_thread(collect)
