"""A chain of timers sets an event at every grid point. What was set during a run is cleared after it."""

import asyncio


async def every(interval, job, ticks, on_error):
    loop = asyncio.get_running_loop()
    start = loop.time()
    tick = asyncio.Event()
    timer = None

    def strike(number):
        nonlocal timer
        tick.set()
        timer = loop.call_at(start + number * interval, strike, number + 1)

    strike(1)
    try:
        while ticks > 0:
            await tick.wait()
            try:
                await job()
            except Exception as error:
                on_error(error)
            tick.clear()
            ticks -= 1
    finally:
        timer.cancel()
