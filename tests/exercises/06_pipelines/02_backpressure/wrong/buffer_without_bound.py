"""Your queue has no bound, so `put` never waits. The source runs ahead as far as it likes, and the items
pile up in the memory. Where does `size` come in?
"""

import asyncio


async def pump(source, send, size):
    buffer = asyncio.Queue()
    end = object()
    sent = 0

    async def read():
        async for item in source:
            await buffer.put(item)
        await buffer.put(end)

    async def deliver():
        nonlocal sent
        while (item := await buffer.get()) is not end:
            await send(item)
            sent += 1

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(read())
            group.create_task(deliver())
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from None
    return sent
