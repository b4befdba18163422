"""`subgroup` asks a function about the groups and about each single error; it counts, and keeps the unknown
ones.
"""


async def triage(job):
    counts = {"retry": 0, "network": 0, "data": 0}

    def is_unknown(error):
        if isinstance(error, BaseExceptionGroup):
            return False  # a yes would take the group as a whole; after a no its parts are asked
        for kind, error_class in (("retry", TimeoutError), ("network", OSError), ("data", ValueError)):
            if isinstance(error, error_class):
                counts[kind] += 1
                return False
        return True

    try:
        await job()
    except* Exception as failures:
        rest = failures.subgroup(is_unknown)
        if rest is not None:
            raise rest from None
    return counts
