"""A function at the top level runs in the other process and brings the name along; as_completed."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor


def named(digest: Callable[[bytes, int], str], name: str, blob: bytes, rounds: int) -> tuple[str, str]:
    return name, digest(blob, rounds)


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(pool, named, digest, name, blob, rounds) for name, blob in blobs.items()]
    return dict([await job for job in asyncio.as_completed(jobs)])
