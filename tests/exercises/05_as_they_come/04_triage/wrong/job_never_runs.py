"""You call `job()`, and that makes a coroutine object. Nobody awaits it, so nothing runs and nothing goes
wrong: the quietest night of the year. What lets a coroutine object run?
"""


async def triage(job):
    counts = {"retry": 0, "network": 0, "data": 0}
    try:
        job()
    except* OSError:
        counts["network"] += 1
    return counts
