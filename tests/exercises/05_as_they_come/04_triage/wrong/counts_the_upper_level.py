"""You count what is in `group.exceptions`. This is only the uppermost level: a group in the group counts as
one, however many errors it holds. What has to happen with a part that is a group itself?
"""


def size(group):
    return len(group.exceptions)


async def triage(job):
    counts = {"retry": 0, "network": 0, "data": 0}
    try:
        await job()
    except* TimeoutError as group:
        counts["retry"] = size(group)
    except* OSError as group:
        counts["network"] = size(group)
    except* ValueError as group:
        counts["data"] = size(group)
    return counts
