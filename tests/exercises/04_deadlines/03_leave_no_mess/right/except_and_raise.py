"""`except CancelledError`, tidy up, and raise it again; nothing to write is not written."""

import asyncio


async def log_sensor(read, flush):
    readings, bad = [], 0
    while True:
        try:
            try:
                readings.append(await read())
            except OSError:
                bad += 1
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            if readings:
                await flush(readings)
            raise
