"""You look every quarter of a second whether all jobs are done. The last digest is noticed late, and the
loop is woken for nothing in between. A future of the loop tells you by itself when it is done, if you wait
for it.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    jobs = {name: pool.submit(digest, blob, rounds) for name, blob in blobs.items()}
    while not all(job.done() for job in jobs.values()):
        await asyncio.sleep(0.25)
    return {name: job.result() for name, job in jobs.items()}
