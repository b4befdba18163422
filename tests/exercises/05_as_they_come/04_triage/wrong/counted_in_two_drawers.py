"""You ask for each kind in the whole group. A TimeoutError is an OSError too, so it is found both times and
counts for two kinds. How can you make sure that what has been counted once is gone?
"""


def size(group):
    if group is None:
        return 0
    return sum(size(part) if isinstance(part, BaseExceptionGroup) else 1 for part in group.exceptions)


async def triage(job):
    group = None
    try:
        await job()
    except* Exception as failures:
        group = failures
    if group is None:
        return {"retry": 0, "network": 0, "data": 0}
    _, rest = group.split((OSError, ValueError))
    if rest:
        raise rest
    return {
        "retry": size(group.subgroup(TimeoutError)),
        "network": size(group.subgroup(OSError)),
        "data": size(group.subgroup(ValueError)),
    }
