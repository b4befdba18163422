"""The callbacks of the pool's futures run in a thread of the pool, and there you fill a future of the loop.
That is not safe: the loop may be asleep and not notice. Debug mode says so. There is one method of the loop
that other threads may call.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor, Future


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    complete: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    hashes: dict[str, str] = {}

    def note(name: str, job: Future[str]) -> None:
        if complete.done() or job.cancelled():
            return
        if error := job.exception():
            complete.set_exception(error)
            return
        hashes[name] = job.result()
        if len(hashes) == len(blobs):
            complete.set_result(None)

    if not blobs:
        return {}
    for name, blob in blobs.items():
        pool.submit(digest, blob, rounds).add_done_callback(lambda job, name=name: note(name, job))
    await complete
    return hashes
