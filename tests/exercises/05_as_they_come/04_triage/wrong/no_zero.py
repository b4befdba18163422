"""Your dict has only the kinds that occurred. Whoever reads `counts["data"]` after a night without broken
files gets a KeyError instead of 0. Where could the three zeros come from?
"""


def size(error):
    if isinstance(error, BaseExceptionGroup):
        return sum(size(part) for part in error.exceptions)
    return 1


async def triage(job):
    counts = {}
    try:
        await job()
    except* TimeoutError as group:
        counts["retry"] = size(group)
    except* OSError as group:
        counts["network"] = size(group)
    except* ValueError as group:
        counts["data"] = size(group)
    return counts
