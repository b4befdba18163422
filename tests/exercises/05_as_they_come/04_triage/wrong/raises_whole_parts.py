"""If a part of the group holds an error of another kind, you raise this part as a whole: also the errors
in it that you have counted. The rest has to be taken out of the parts, too.
"""


def leaves(error):
    if not isinstance(error, ExceptionGroup):
        return [error]
    return [leaf for part in error.exceptions for leaf in leaves(part)]


async def triage(job):
    counts = {"retry": 0, "network": 0, "data": 0}
    parts = []
    rest = []
    try:
        await job()
    except ExceptionGroup as group:
        parts = group.exceptions
    except Exception as error:
        parts = [error]
    for part in parts:
        for error in leaves(part):
            if isinstance(error, TimeoutError):
                counts["retry"] += 1
            elif isinstance(error, OSError):
                counts["network"] += 1
            elif isinstance(error, ValueError):
                counts["data"] += 1
            elif part not in rest:
                rest.append(part)
    if rest:
        raise ExceptionGroup("other errors", rest)
    return counts
