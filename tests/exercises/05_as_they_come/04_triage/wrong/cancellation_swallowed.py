"""Your last clause is for everything that there is, and a CancelledError is a part of that. Whoever cancels
you gets a dict, as if you had come to the end. Which class do all errors have in common, and CancelledError
not?
"""


async def triage(job):
    counts = {"retry": 0, "network": 0, "data": 0}
    rest = []

    def sort(error):
        if isinstance(error, BaseExceptionGroup):
            for part in error.exceptions:
                sort(part)
        elif isinstance(error, TimeoutError):
            counts["retry"] += 1
        elif isinstance(error, OSError):
            counts["network"] += 1
        elif isinstance(error, ValueError):
            counts["data"] += 1
        elif isinstance(error, Exception):
            rest.append(error)

    try:
        await job()
    except BaseException as error:
        sort(error)
    if rest:
        raise ExceptionGroup("other errors", rest)
    return counts
