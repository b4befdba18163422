"""One try around everything, and a flag that says whether there is a permit to give back."""


async def with_permit(permits, job):
    has_permit = False
    try:
        has_permit = await permits.acquire()
        result = await job()
    finally:
        if has_permit:
            permits.release()
    return result
