"""`result()` of what `submit` returns waits without an `await`. The loop's own thread stands still until
the job has ended, and only then the next file is submitted. Which kind of future can be awaited?
"""

from collections.abc import Callable
from concurrent.futures import Executor


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    return {name: pool.submit(digest, blob, rounds).result() for name, blob in blobs.items()}
