"""Your digests come into the loop in the safe way, but the errors do not: the callback of a job runs in a thread of the
pool, and there it fills a future of the loop. Errors go through the same door as results.
"""

import asyncio


async def hash_all(pool, digest, blobs, rounds):
    loop = asyncio.get_running_loop()
    complete = loop.create_future()
    hashes = {}

    def store(name, value):
        hashes[name] = value
        if len(hashes) == len(blobs) and not complete.done():
            complete.set_result(None)

    def note(name, job):
        if job.cancelled() or complete.done():
            return
        if error := job.exception():
            complete.set_exception(error)
        else:
            loop.call_soon_threadsafe(store, name, job.result())

    if not blobs:
        return {}
    for name, blob in blobs.items():
        pool.submit(digest, blob, rounds).add_done_callback(lambda job, name=name: note(name, job))
    await complete
    return hashes
