"""You raise the first of the other errors, alone. The others are lost, and your caller, who waits for a group
with `except*`, does not know that there were more. What can hold several exceptions?
"""


def size(error):
    if isinstance(error, BaseExceptionGroup):
        return sum(size(part) for part in error.exceptions)
    return 1


async def triage(job):
    counts = {"retry": 0, "network": 0, "data": 0}
    other = None
    try:
        await job()
    except* TimeoutError as group:
        counts["retry"] = size(group)
    except* OSError as group:
        counts["network"] = size(group)
    except* ValueError as group:
        counts["data"] = size(group)
    except* Exception as group:
        other = group
    if other is not None:
        while isinstance(other, BaseExceptionGroup):
            other = other.exceptions[0]
        raise other
    return counts
