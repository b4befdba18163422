"""You sleep before each reading, so the first one is taken after a second, and the last second before the
end is lost. What comes first in the loop?
"""

import asyncio


async def log_sensor(read, flush):
    readings = []
    try:
        while True:
            await asyncio.sleep(1)
            try:
                readings.append(await read())
            except OSError:
                pass
    finally:
        await flush(readings)
