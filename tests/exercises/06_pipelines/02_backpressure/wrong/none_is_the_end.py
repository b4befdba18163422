"""You use None as the mark for the end. But None may be an item, and then you stop in the middle and lose
the rest. Which object can you be sure that the source does not give?
"""

import asyncio


async def pump(source, send, size):
    buffer = asyncio.Queue(size)
    sent = 0

    async def read():
        async for item in source:
            await buffer.put(item)
        await buffer.put(None)

    async def deliver():
        nonlocal sent
        while (item := await buffer.get()) is not None:
            await send(item)
            sent += 1

    reader = asyncio.create_task(read())
    sender = asyncio.create_task(deliver())
    try:
        await asyncio.gather(reader, sender)
    finally:
        reader.cancel()
        sender.cancel()
        await asyncio.gather(reader, sender, return_exceptions=True)
    return sent
