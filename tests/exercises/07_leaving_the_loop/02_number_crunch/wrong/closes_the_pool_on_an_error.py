"""When a job fails, you shut the pool down, to be rid of the other jobs. But the pool is not yours: one bad file, and your
caller can hash nothing any more. Leave it open on every way out.
"""

import asyncio


async def hash_all(pool, digest, blobs, rounds):
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(pool, digest, blob, rounds) for blob in blobs.values()]
    try:
        return dict(zip(blobs, await asyncio.gather(*jobs), strict=True))
    except Exception:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
