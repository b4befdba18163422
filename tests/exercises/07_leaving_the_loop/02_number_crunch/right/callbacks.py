"""The pool's own futures call back from another thread; the last one, or the first error, wakes the loop."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor, Future


async def hash_all(
    pool: Executor, digest: Callable[[bytes, int], str], blobs: dict[str, bytes], rounds: int
) -> dict[str, str]:
    loop = asyncio.get_running_loop()
    complete: asyncio.Future[None] = loop.create_future()
    hashes: dict[str, str] = {}

    def note(name: str, job: Future[str]) -> None:
        if complete.done():
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
        job = pool.submit(digest, blob, rounds)
        job.add_done_callback(lambda job, name=name: loop.call_soon_threadsafe(note, name, job))
    await complete
    return hashes
