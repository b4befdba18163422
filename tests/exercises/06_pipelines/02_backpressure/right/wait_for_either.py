"""One loop without a queue: a read and a send at the most are under way, and asyncio.wait tells which one
is over.
"""

import asyncio
from collections import deque


async def pump(source, send, size):
    waiting = deque()
    reading = sending = None
    ended = False
    count = 0
    try:
        while True:
            if sending is None and waiting:
                sending = asyncio.ensure_future(send(waiting.popleft()))
            if reading is None and not ended and len(waiting) < size:
                reading = asyncio.ensure_future(anext(source))
            under_way = [task for task in (reading, sending) if task is not None]
            if not under_way:
                return count
            await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
            if sending is not None and sending.done():
                sending.result()
                count += 1
                sending = None
            if reading is not None and reading.done():
                try:
                    waiting.append(reading.result())
                except StopAsyncIteration:
                    ended = True
                reading = None
    finally:
        for task in (reading, sending):
            if task is not None:
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)
