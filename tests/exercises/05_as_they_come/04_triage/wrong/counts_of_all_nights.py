"""Your counts live outside of the function, so those of the night before are still in them. What belongs to
one call should be made in that call.
"""


def size(error):
    if isinstance(error, BaseExceptionGroup):
        return sum(size(part) for part in error.exceptions)
    return 1


counts = {"retry": 0, "network": 0, "data": 0}


async def triage(job):
    try:
        await job()
    except* TimeoutError as group:
        counts["retry"] += size(group)
    except* OSError as group:
        counts["network"] += size(group)
    except* ValueError as group:
        counts["data"] += size(group)
    return counts
