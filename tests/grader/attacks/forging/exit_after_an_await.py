"""Ask everybody, then end the process with code 0 before anything is returned
stopped by: process
reasons: crash
"""

import asyncio
import os


async def reports(ask, stations):
    await asyncio.gather(*map(ask, stations))
    os._exit(0)
