"""The job runs in a task; its exception is taken apart with a stack instead of a recursion."""

import asyncio
from collections import Counter


async def triage(job):
    task = asyncio.create_task(job())
    try:
        await asyncio.wait([task])
    finally:
        task.cancel()
    counts = Counter(retry=0, network=0, data=0)
    rest = []
    stack = [task.exception()]
    while stack:
        error = stack.pop()
        if error is None:
            continue
        if isinstance(error, ExceptionGroup):
            stack.extend(error.exceptions)
        elif isinstance(error, TimeoutError):
            counts["retry"] += 1
        elif isinstance(error, OSError):
            counts["network"] += 1
        elif isinstance(error, ValueError):
            counts["data"] += 1
        else:
            rest.append(error)
    if rest:
        raise ExceptionGroup("unknown", rest)
    return counts
