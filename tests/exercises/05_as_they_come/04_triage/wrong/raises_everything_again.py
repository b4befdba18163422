"""If there is something else in the group, you raise the group as it came: with all the errors that you have
counted. Who catches it deals with them a second time. Which part of the group has nobody looked at yet?
"""


def size(error):
    if isinstance(error, BaseExceptionGroup):
        return sum(size(part) for part in error.exceptions)
    return 1


async def triage(job):
    counts = {"retry": 0, "network": 0, "data": 0}
    rest = 0
    try:
        try:
            await job()
        except* TimeoutError as group:
            counts["retry"] = size(group)
            raise
        except* OSError as group:
            counts["network"] = size(group)
            raise
        except* ValueError as group:
            counts["data"] = size(group)
            raise
    except Exception as failure:
        if size(failure) > sum(counts.values()):
            raise
    return counts
