"""Ask a station a million times at one instant
stopped by: process
reasons: livelock hang crash exception
tests: one
"""

import asyncio


async def reports(ask, stations):
    await asyncio.gather(*(ask("nobody") for _ in range(1_000_000)))
