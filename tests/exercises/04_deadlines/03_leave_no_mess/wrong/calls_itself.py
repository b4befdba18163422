"""For the next reading your function calls itself, and none of these calls ends before the last one. After
less than a thousand readings, a quarter of an hour, Python stops the growing pile with a RecursionError. What
repeats something without end, and without a pile?
"""

import asyncio


async def log_sensor(read, flush):
    readings = []

    async def go_on():
        try:
            readings.append(await read())
        except OSError:
            pass
        await asyncio.sleep(1)
        await go_on()

    try:
        await go_on()
    finally:
        await flush(readings)
