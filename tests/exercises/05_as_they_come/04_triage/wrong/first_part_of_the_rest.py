"""You raise the first part of what is left. What else is on the same level as this part is lost, be it one
error or a whole group of them. What is left is a group already: what would happen if you raised it as it is?
"""

KINDS = {"retry": TimeoutError, "network": OSError, "data": ValueError}


def size(error):
    if isinstance(error, ExceptionGroup):
        return sum(size(part) for part in error.exceptions)
    return 1


async def triage(job):
    counts = dict.fromkeys(KINDS, 0)
    try:
        await job()
    except Exception as error:
        rest = error if isinstance(error, ExceptionGroup) else ExceptionGroup("one", [error])
        for kind, what in KINDS.items():
            if rest is not None:
                found, rest = rest.split(what)
                if found is not None:
                    counts[kind] = size(found)
        if rest is not None:
            raise rest.exceptions[0] from None
    return counts
