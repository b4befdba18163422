"""A bare `except:` catches everything, the CancelledError too. Your loop takes the request to stop for a
bad reading, and goes on. Catch only the errors that you know an answer to.
"""

import asyncio


async def log_sensor(read, flush):
    readings = []
    try:
        while True:
            try:
                readings.append(await read())
                await asyncio.sleep(1)
            except:
                pass
    finally:
        await flush(readings)
