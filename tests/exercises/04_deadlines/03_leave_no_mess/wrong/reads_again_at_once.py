"""A bad reading takes your loop past the sleep, and it reads again at once. If the scale is broken, it does
so for ever, without letting anybody else run. The next reading is due when its second has come.
"""

import asyncio


async def log_sensor(read, flush):
    readings = []
    try:
        while True:
            try:
                readings.append(await read())
                await asyncio.sleep(1)
            except OSError:
                continue
    finally:
        await flush(readings)
