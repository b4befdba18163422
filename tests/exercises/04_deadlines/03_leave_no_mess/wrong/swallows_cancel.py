"""You catch the CancelledError, write, and return. For everybody outside your task has finished its work,
and was not cancelled: a timeout around it does not know that it has struck. What has to follow the
clean-up?
"""

import asyncio


async def log_sensor(read, flush):
    readings = []
    try:
        while True:
            try:
                readings.append(await read())
            except OSError:
                pass
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        await flush(readings)
