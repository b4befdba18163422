"""You call `digest` in a coroutine. It computes in the loop's own thread, with no `await` inside: while it
does, nobody else on the loop can go on, and the processes of the pool have nothing to do.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    async def hash_one(blob: bytes) -> str:
        return digest(blob, rounds)

    return dict(zip(blobs, await asyncio.gather(*map(hash_one, blobs.values())), strict=True))
