"""You write, and then raise an error of your own. Whoever has stopped you now believes that you have
failed. What you have caught is what has to come out.
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
        raise RuntimeError("the logger was stopped") from None
