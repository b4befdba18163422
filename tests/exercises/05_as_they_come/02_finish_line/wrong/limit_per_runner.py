"""With every arrival your clock starts anew: each runner may take `limit` seconds more than the one before.
The board of a long race never closes. From which moment on does the limit count, and how often is it set?
"""

import asyncio


async def board(runners, show, limit):
    names = []
    tasks = [asyncio.ensure_future(runner) for runner in runners]
    pending = set(tasks)
    try:
        while pending:
            done, pending = await asyncio.wait(pending, timeout=limit, return_when=asyncio.FIRST_COMPLETED)
            if not done:
                break
            for task in done:
                if not task.exception():
                    name, time = task.result()
                    names.append(name)
                    show(len(names), name, time)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return names
