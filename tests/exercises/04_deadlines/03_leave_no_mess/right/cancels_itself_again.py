"""The cancellation is noted, and given to the task once more when everything is written."""

import asyncio
import contextlib


async def log_sensor(read, flush):
    readings = []
    stop = False
    while not stop:
        with contextlib.suppress(OSError):
            readings.append(await read())
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            stop = True
    await flush(readings)
    asyncio.current_task().cancel()
    await asyncio.sleep(0)
