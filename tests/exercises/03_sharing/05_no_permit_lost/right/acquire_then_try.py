"""Acquire first, then try and finally, written out."""


async def with_permit(permits, job):
    await permits.acquire()
    try:
        return await job()
    finally:
        permits.release()
