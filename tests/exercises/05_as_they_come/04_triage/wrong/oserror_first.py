"""TimeoutError is a subclass of OSError, and your clause for OSError comes first: it takes the time-outs as
well, and nothing is left for the clause below. In which order do the two have to stand?
"""


def size(error):
    if isinstance(error, BaseExceptionGroup):
        return sum(size(part) for part in error.exceptions)
    return 1


async def triage(job):
    counts = {"retry": 0, "network": 0, "data": 0}
    try:
        await job()
    except* OSError as group:
        counts["network"] = size(group)
    except* TimeoutError as group:
        counts["retry"] = size(group)
    except* ValueError as group:
        counts["data"] = size(group)
    return counts
