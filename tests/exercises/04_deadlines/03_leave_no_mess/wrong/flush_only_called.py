"""You call `flush` and do not await what it gives you. That is a coroutine object, and not a line of it has
run: nothing is written.
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
    finally:
        flush(readings)
