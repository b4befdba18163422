"""You send the files in chunks. A chunk is one job, computed by one process from its beginning to its end,
so some processes have two files and others have none. Chunks are for small jobs in great numbers.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    def collect() -> dict[str, str]:
        hashes = pool.map(digest, blobs.values(), [rounds] * len(blobs), chunksize=2)
        return dict(zip(blobs, hashes, strict=True))

    return await asyncio.to_thread(collect)
