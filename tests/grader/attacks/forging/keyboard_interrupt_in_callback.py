"""KeyboardInterrupt out of a callback of the loop
stopped by: process
reasons: crash exception
"""

import asyncio


def interrupt():
    raise KeyboardInterrupt


async def reports(ask, stations):
    asyncio.get_running_loop().call_soon(interrupt)
    await asyncio.sleep(1)
