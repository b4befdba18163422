"""Your last clause takes everything that the others have left, and does nothing with it. An error that nobody
expected is lost, and with it the chance to mend it. What happens to the rest if there is no such clause?
"""


def size(error):
    if isinstance(error, BaseExceptionGroup):
        return sum(size(part) for part in error.exceptions)
    return 1


async def triage(job):
    counts = {"retry": 0, "network": 0, "data": 0}
    try:
        await job()
    except* TimeoutError as group:
        counts["retry"] = size(group)
    except* OSError as group:
        counts["network"] = size(group)
    except* ValueError as group:
        counts["data"] = size(group)
    except* Exception as group:
        print("something else:", size(group))
    return counts
