"""You give the permit back after the job, in the next line. When the job fails or is cancelled, that line is
never reached, and the permit is lost for ever. Which form runs on every way out?"""


async def with_permit(permits, job):
    await permits.acquire()
    result = await job()
    permits.release()
    return result
