"""You catch the error of a send and go on with the next item. The caller never learns that an item is
missing. Here an error shall end the pump.
"""

import asyncio


async def pump(source, send, size):
    buffer = asyncio.Queue(size)
    end = object()
    sent = 0

    async def read():
        async for item in source:
            await buffer.put(item)
        await buffer.put(end)

    async def deliver():
        nonlocal sent
        while (item := await buffer.get()) is not end:
            try:
                await send(item)
                sent += 1
            except Exception:
                pass

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(read())
            group.create_task(deliver())
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from None
    return sent
