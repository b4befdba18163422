"""Wait for what nobody will ever do
stopped by: process
reasons: deadlock
"""

import asyncio


async def reports(ask, stations):
    await asyncio.Event().wait()
