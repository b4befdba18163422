"""One reading without a signal ends your logger, and the rest of the day is lost. Where must the error of
one reading be caught, so that the loop goes on?
"""

import asyncio


async def log_sensor(read, flush):
    readings = []
    try:
        while True:
            readings.append(await read())
            await asyncio.sleep(1)
    finally:
        await flush(readings)
