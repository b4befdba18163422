"""You write after every reading. The memory card wears out, and while you write, no reading is taken: the
times drift away. The readings are to be kept in memory until the end.
"""

import asyncio


async def log_sensor(read, flush):
    readings = []
    while True:
        try:
            readings.append(await read())
            await flush(readings)
        except OSError:
            pass
        await asyncio.sleep(1)
