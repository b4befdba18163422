"""You write when an `Exception` comes. A cancellation is a CancelledError, and this is no Exception: it
passes by, and takes the readings with it. It was made so on purpose. Which form runs for everything that
passes?
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
    except Exception:
        await flush(readings)
        raise
