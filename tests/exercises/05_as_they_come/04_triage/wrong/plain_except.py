"""An ordinary `except OSError` looks at the exception itself, and not into a group: an ExceptionGroup is no
OSError, whatever it holds. So the group passes all your clauses. Python has another form of `except` for
groups.
"""


async def triage(job):
    counts = {"retry": 0, "network": 0, "data": 0}
    try:
        await job()
    except TimeoutError:
        counts["retry"] += 1
    except OSError:
        counts["network"] += 1
    except ValueError:
        counts["data"] += 1
    return counts
