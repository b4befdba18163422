"""A wait for an event that never comes, with a timeout; perf_counter is the clock."""

import asyncio
from time import perf_counter


async def watch(interval, limit, report):
    never = asyncio.Event()
    woken = perf_counter()
    while True:
        try:
            async with asyncio.timeout(interval):
                await never.wait()
        except TimeoutError:
            before, woken = woken, perf_counter()
            if woken - before - interval > limit:
                report(woken - before - interval)
