"""An ordinary except, a list of all single errors, and isinstance; the rest goes into a new group."""


def leaves(error):
    if not isinstance(error, ExceptionGroup):
        return [error]
    return [leaf for part in error.exceptions for leaf in leaves(part)]


async def triage(job):
    counts = {"retry": 0, "network": 0, "data": 0}
    rest = []
    try:
        await job()
    except Exception as failure:
        for error in leaves(failure):
            match error:
                case TimeoutError():
                    counts["retry"] += 1
                case OSError():
                    counts["network"] += 1
                case ValueError():
                    counts["data"] += 1
                case _:
                    rest.append(error)
    if rest:
        raise ExceptionGroup("what is left", rest)
    return counts
