"""The job runs in a task group, so that one more group is around its errors; `except*` does not mind."""

import asyncio


async def triage(job):
    out = {"retry": 0, "network": 0, "data": 0}

    def count(key, group):
        todo = [group]
        while todo:
            x = todo.pop()
            if isinstance(x, ExceptionGroup):
                todo += x.exceptions
            else:
                out[key] += 1

    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job())
    except* TimeoutError as g:
        count("retry", g)
    except* (ConnectionError, OSError) as g:
        count("network", g)
    except* ValueError as g:
        count("data", g)
    return out
