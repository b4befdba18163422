"""You give a lambda to the pool. It would have to be pickled to get into the other process, and a function
is pickled by its name, under which the other process looks it up. A lambda has no such name. The pool takes
arguments as well.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(pool, lambda blob=blob: digest(blob, rounds)) for blob in blobs.values()]
    return dict(zip(blobs, await asyncio.gather(*jobs), strict=True))
