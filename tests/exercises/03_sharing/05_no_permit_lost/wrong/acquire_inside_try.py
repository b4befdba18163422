"""Your `finally` also runs when the caller is cancelled while it still waits for a permit. It then gives back
a permit that it never had, and one too many is in the house. From which moment on is there something to give
back?"""


async def with_permit(permits, job):
    try:
        await permits.acquire()
        return await job()
    finally:
        permits.release()
