"""`with pool:` shuts the pool down at the end of the block, and it waits for all its jobs without an
`await`. The pool is not yours: your caller wants to use it again. Who has opened something should be the
one to close it.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    loop = asyncio.get_running_loop()
    with pool:
        jobs = [loop.run_in_executor(pool, digest, blob, rounds) for blob in blobs.values()]
        return dict(zip(blobs, await asyncio.gather(*jobs), strict=True))
