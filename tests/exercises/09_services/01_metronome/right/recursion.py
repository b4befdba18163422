"""Each run is followed by the next one in a call of its own; the sleep is a future that a timer ends."""

import asyncio
from math import ceil


async def rest(start, number, interval, job, ticks, on_error):
    if not ticks:
        return
    loop = asyncio.get_running_loop()
    moment = loop.create_future()
    timer = loop.call_at(start + number * interval, lambda: moment.done() or moment.set_result(None))
    try:
        await moment
    finally:
        timer.cancel()
    try:
        await job()
    except Exception as error:
        on_error(error)
    due = max(number + 1, ceil((loop.time() - start) / interval))
    await rest(start, due, interval, job, ticks - 1, on_error)


async def every(interval, job, ticks, on_error):
    await rest(asyncio.get_running_loop().time(), 0, interval, job, ticks, on_error)
