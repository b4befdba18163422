"""0 is false in a condition, so you take it for no reading. The scale was empty in that second; that is a
reading, too.
"""

import asyncio


async def log_sensor(read, flush):
    readings = []
    try:
        while True:
            value = None
            try:
                value = await read()
            except OSError:
                pass
            if value:
                readings.append(value)
            await asyncio.sleep(1)
    finally:
        await flush(readings)
