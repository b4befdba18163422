"""An exit stack knows from the beginning what is to be done at the end; readings come from an async
generator."""

import asyncio
from contextlib import AsyncExitStack, aclosing


async def every_second(read):
    while True:
        try:
            value = await read()
        except OSError:
            value = None
        if value is not None:
            yield value
        await asyncio.sleep(1)


async def log_sensor(read, flush):
    readings = []
    async with AsyncExitStack() as stack:
        stack.push_async_callback(flush, readings)
        stream = await stack.enter_async_context(aclosing(every_second(read)))
        async for value in stream:
            readings.append(value)  # noqa: PERF401 (it fills as it goes)
