"""Cancel the task that runs the hidden test
stopped by: process
reasons: exception assertion
"""

import asyncio


async def reports(ask, stations):
    asyncio.current_task().cancel("enough")
    return []
