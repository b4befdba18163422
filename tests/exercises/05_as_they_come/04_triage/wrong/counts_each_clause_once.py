"""You add 1 in each clause. But an `except*` clause runs once for all errors that fit, and not once for each
of them. What tells you how many they are?
"""


async def triage(job):
    counts = {"retry": 0, "network": 0, "data": 0}
    try:
        await job()
    except* TimeoutError as group:
        counts["retry"] += 1
    except* OSError as group:
        counts["network"] += 1
    except* ValueError as group:
        counts["data"] += 1
    return counts
