"""The methods of the group: `split` takes one kind after the other out of it."""

from collections.abc import Awaitable, Callable

KINDS = {"retry": TimeoutError, "network": OSError, "data": ValueError}


def size(group: BaseExceptionGroup | None) -> int:
    if group is None:
        return 0
    return sum(size(part) if isinstance(part, BaseExceptionGroup) else 1 for part in group.exceptions)


async def triage(job: Callable[[], Awaitable[None]]) -> dict[str, int]:
    rest = None
    try:
        await job()
    except ExceptionGroup as group:
        rest = group
    except Exception as error:
        rest = ExceptionGroup("one alone", [error])
    counts = dict.fromkeys(KINDS, 0)
    for kind, error_class in KINDS.items():
        if rest is not None:
            found, rest = rest.split(error_class)
            counts[kind] = size(found)
    if rest is not None:
        raise rest
    return counts
