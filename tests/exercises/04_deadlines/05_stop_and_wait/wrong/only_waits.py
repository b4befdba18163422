"""You wait for the tasks, and nobody has told them to stop. They go on working until they are ready by
themselves, if ever.
"""

import asyncio


async def stop(tasks):
    ends = await asyncio.gather(*tasks, return_exceptions=True)
    return [end for end in ends if isinstance(end, Exception)]
