"""You put None into the list for each reading that has failed. Nothing is to be noted for it: the list
holds readings, and who adds them up later finds something else in it.
"""

import asyncio


async def log_sensor(read, flush):
    readings = []
    try:
        while True:
            try:
                value = await read()
            except OSError:
                value = None
            readings.append(value)
            await asyncio.sleep(1)
    finally:
        await flush(readings)
