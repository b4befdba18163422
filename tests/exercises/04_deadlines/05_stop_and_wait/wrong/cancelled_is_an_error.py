"""You report every CancelledError as a failure. A task that was cancelled and ends as cancelled has done
exactly what you asked for.
"""

import asyncio


async def stop(tasks):
    tasks = list(tasks)
    for task in tasks:
        task.cancel()
    ends = asyncio.gather(*tasks, return_exceptions=True)
    own = None
    while not ends.done():
        try:
            await asyncio.shield(ends)
        except asyncio.CancelledError as error:
            own = error
    if own:
        raise own
    return [end for end in ends.result() if isinstance(end, BaseException)]
