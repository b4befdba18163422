"""An error that reaches nobody but the loop, after a right answer
stopped by: process
reasons: hygiene
"""

import asyncio


async def reports(ask, stations):
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)
    return list(await asyncio.gather(*map(ask, stations)))
