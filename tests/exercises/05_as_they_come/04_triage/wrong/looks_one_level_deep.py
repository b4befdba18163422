"""You look at the parts of the group, but a part may be a group again, and so on. You take such a part for an
error of another kind, and raise it on with everything that is in it.
"""


async def triage(job):
    counts = {"retry": 0, "network": 0, "data": 0}
    rest = []
    try:
        await job()
    except ExceptionGroup as group:
        errors = group.exceptions
    except Exception as error:
        errors = [error]
    else:
        errors = []
    for error in errors:
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
