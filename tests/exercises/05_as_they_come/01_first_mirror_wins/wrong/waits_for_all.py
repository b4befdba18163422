"""`gather` returns when the last download has ended. So the quickest mirror has long delivered, and you still
wait for the slowest one. And what you pick then is the first success of the list, not the first in time.
"""

import asyncio


async def first_good(fetchers):
    results = await asyncio.gather(*(fetch() for fetch in fetchers), return_exceptions=True)
    for result in results:
        if not isinstance(result, Exception):
            return result
    raise ExceptionGroup("no mirror works", results)
