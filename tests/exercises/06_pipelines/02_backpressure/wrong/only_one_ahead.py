"""You read the next item while one is sent, but never more than that one. The buffer stays empty, and a
source that gives its items in bursts has to wait although there is room for them. What do you do with
`size`?
"""

import asyncio


async def pump(source, send, size):
    count = 0
    sending = None
    try:
        async for item in source:
            if sending is not None:
                await sending
            sending = asyncio.ensure_future(send(item))
            count += 1
        if sending is not None:
            await sending
    finally:
        if sending is not None:
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)
    return count
