"""You compare the types of the errors with `==` or `is`. An instance of a subclass, such as
FileNotFoundError, is an OSError as well, and you do not recognise it. Which function asks the question
that `except` asks?
"""

KINDS = {TimeoutError: "retry", OSError: "network", ConnectionError: "network", ValueError: "data"}


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
            if type(error) in KINDS:
                counts[KINDS[type(error)]] += 1
            else:
                rest.append(error)
    if rest:
        raise ExceptionGroup("other errors", rest)
    return counts
