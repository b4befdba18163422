"""An async context manager writes at the end of its block, whatever ends it."""

import asyncio
import contextlib


@contextlib.asynccontextmanager
async def notebook(flush):
    readings = []
    try:
        yield readings
    finally:
        await flush(readings)


async def log_sensor(read, flush):
    async with notebook(flush) as readings:
        while True:
            with contextlib.suppress(OSError):
                readings.append(await read())
            await asyncio.sleep(1)
