"""You write in your `except`, and again in your `finally`, which runs as well. One place that every way out
passes is enough.
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
        raise
    finally:
        await flush(readings)
