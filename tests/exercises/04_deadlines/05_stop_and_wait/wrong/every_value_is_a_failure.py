"""You report everything that the tasks give back. A task that returns something after all has not failed.
How do you tell an exception from a value?
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
    return [end for end in ends.result() if end is not None and not isinstance(end, asyncio.CancelledError)]
