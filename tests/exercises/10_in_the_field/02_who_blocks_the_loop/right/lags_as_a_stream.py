"""An async generator gives the lags; the watchdog looks at each."""

import asyncio


async def lags(interval):
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + interval
        await asyncio.wait_for(asyncio.sleep(interval), None)
        yield loop.time() - due


async def watch(interval, limit, report):
    stream = lags(interval)
    try:
        async for lag in stream:
            if lag > limit:
                report(lag)
    finally:
        await stream.aclose()
