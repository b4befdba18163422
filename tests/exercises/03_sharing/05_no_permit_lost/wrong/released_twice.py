"""A failing job gives its permit back twice: in your `except`, and again in your `finally`, which runs as
well. The second one belongs to somebody else. One place that every way out passes is enough."""


async def with_permit(permits, job):
    await permits.acquire()
    try:
        return await job()
    except Exception:
        permits.release()
        raise
    finally:
        permits.release()
