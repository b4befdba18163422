"""You start the flush as a task and end in the same moment. Nobody waits for what you have started: a
program that ends now ends with half a file. Your task is done only when the readings are written.
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
        asyncio.create_task(flush(readings))
        raise
