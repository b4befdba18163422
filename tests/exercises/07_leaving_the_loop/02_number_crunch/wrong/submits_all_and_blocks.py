"""All jobs are in the pool at once, and that is right. Then you take the results in the loop's own thread,
by a call that waits without an `await`: until the last job has ended, nobody else on the loop can go on.
"""

from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    jobs = {name: pool.submit(digest, blob, rounds) for name, blob in blobs.items()}
    return {name: job.result() for name, job in jobs.items()}
