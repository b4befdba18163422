"""submit, and its futures wrapped for the loop; they are awaited one after the other."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    jobs = {name: asyncio.wrap_future(pool.submit(digest, blob, rounds)) for name, blob in blobs.items()}
    return {name: await job for name, job in jobs.items()}
