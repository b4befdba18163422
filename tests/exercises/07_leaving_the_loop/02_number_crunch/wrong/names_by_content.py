"""You find the name of a file by its content. Two files may have the same content, and then one of the two
names has no digest. The names are different; the contents need not be.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    loop = asyncio.get_running_loop()
    names = {blob: name for name, blob in blobs.items()}
    jobs = [loop.run_in_executor(pool, digest, blob, rounds) for blob in names]
    return dict(zip(names.values(), await asyncio.gather(*jobs), strict=True))
