"""With `return_exceptions=True` the error of a job becomes one of the digests. A file that could not be
hashed would be taken for one that was. The error has to come out of your function.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(pool, digest, blob, rounds) for blob in blobs.values()]
    return dict(zip(blobs, await asyncio.gather(*jobs, return_exceptions=True), strict=True))
