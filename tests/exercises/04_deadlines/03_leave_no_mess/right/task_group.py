"""A task for each reading, in a group; the error of a reading stays in its task. The group passes a
cancellation on."""

import asyncio
import contextlib


async def log_sensor(read, flush):
    readings = []

    async def one():
        with contextlib.suppress(OSError):
            readings.append(await read())

    try:
        async with asyncio.TaskGroup() as group:
            while True:
                group.create_task(one())
                await asyncio.sleep(1)
    except BaseException:
        await flush(readings)
        raise
