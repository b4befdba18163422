"""You send the whole dict to the pool as one job. One process takes it and hashes one file after the other;
the loop is free, and all other processes are, too. The pool can only share out what you give it in pieces.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor


def hash_them(digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int) -> dict[str, str]:
    return {name: digest(blob, rounds) for name, blob in blobs.items()}


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    return await asyncio.get_running_loop().run_in_executor(pool, hash_them, digest, blobs, rounds)
