"""A task reads; the logger waits for a future that nobody fills. Cancelled, it stops the task, writes, and
goes on with the cancellation that it has caught."""

import asyncio
import contextlib


async def log_sensor(read, flush):
    readings = []

    async def reader():
        loop = asyncio.get_running_loop()
        due = loop.time()
        while True:
            with contextlib.suppress(OSError):
                readings.append(await read())
            due += 1
            await asyncio.sleep(due - loop.time())

    reading = asyncio.create_task(reader())
    try:
        await asyncio.get_running_loop().create_future()
    except asyncio.CancelledError as request:
        reading.cancel()
        await asyncio.wait([reading])
        await asyncio.shield(asyncio.ensure_future(flush(readings)))
        raise request from None
