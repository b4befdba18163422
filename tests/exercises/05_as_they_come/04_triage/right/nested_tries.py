"""The job runs in a task group, which adds one more level; three tries, one inside the other, and a
generator.
"""

import asyncio


def walk(group):
    for part in group.exceptions:
        if isinstance(part, ExceptionGroup):
            yield from walk(part)
        else:
            yield part


async def triage(job):
    retry = network = data = 0
    try:
        try:
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(job())
            except* TimeoutError as slow:
                retry = len(list(walk(slow)))
        except* OSError as down:
            network = len(list(walk(down)))
    except* ValueError as broken:
        data = len(list(walk(broken)))
    return dict(retry=retry, network=network, data=data)  # noqa: C408
