"""You give the permit back after a success, and after an error that your `except` names. But a cancellation arrives as
CancelledError, which is not an Exception: it is a BaseException. A caller who is cancelled while its job runs
keeps the permit."""


async def with_permit(permits, job):
    await permits.acquire()
    try:
        result = await job()
    except Exception:
        permits.release()
        raise
    permits.release()
    return result
