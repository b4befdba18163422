"""You open the group, and the groups in it, and the groups in those, one loop for each level. There may always
be one more, and you take it for an error of another kind. Which kind of function can look as deep as it has to?
"""


async def triage(job):
    counts = {"retry": 0, "network": 0, "data": 0}
    errors = []
    try:
        await job()
    except ExceptionGroup as group:
        for upper in group.exceptions:
            for middle in getattr(upper, "exceptions", [upper]):
                for lower in getattr(middle, "exceptions", [middle]):
                    errors.append(lower)
    except Exception as error:
        errors.append(error)
    rest = []
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
