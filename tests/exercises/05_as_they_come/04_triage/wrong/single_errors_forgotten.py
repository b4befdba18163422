"""You expect a group, and nothing else. But a job may raise a single error outside of any group, as a job
that does one thing does. It passes your `except ExceptionGroup` and is never counted.
"""


def leaves(group):
    for part in group.exceptions:
        if isinstance(part, ExceptionGroup):
            yield from leaves(part)
        else:
            yield part


async def triage(job):
    counts = {"retry": 0, "network": 0, "data": 0}
    rest = []
    try:
        await job()
    except ExceptionGroup as group:
        for error in leaves(group):
            if isinstance(error, TimeoutError):
                counts["retry"] += 1
            elif isinstance(error, OSError):
                counts["network"] += 1
            elif isinstance(error, ValueError):
                counts["data"] += 1
            else:
                rest.append(error)
    if rest:
        raise ExceptionGroup("other errors", rest)
    return counts
