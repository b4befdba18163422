"""The reading goes on in a task of its own, behind a shield, and nobody stops it when you are stopped. What
you have started belongs to what has to be tidied up.
"""

import asyncio


async def log_sensor(read, flush):
    readings = []

    async def reader():
        while True:
            try:
                readings.append(await read())
            except OSError:
                pass
            await asyncio.sleep(1)

    reading = asyncio.create_task(reader())
    try:
        await asyncio.shield(reading)
    finally:
        await flush(readings)
