"""Your list is made once, outside of the function, and all loggers write into it. Each file then holds the
readings of every hive. Where does a list have to be made so that each call has its own?
"""

import asyncio

readings = []


async def log_sensor(read, flush):
    try:
        while True:
            try:
                readings.append(await read())
            except OSError:
                pass
            await asyncio.sleep(1)
    finally:
        await flush(readings)
