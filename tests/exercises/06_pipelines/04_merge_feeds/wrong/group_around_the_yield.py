"""Your task group stands around a `yield`. When a feed fails, the group cancels the task that has entered
it: that is the caller's task, which may be busy with something quite different. And the error comes out
inside a group.
"""

import asyncio
from contextlib import aclosing


async def merge(*feeds):
    arrived = asyncio.Queue(1)

    async def read(feed):
        async with aclosing(feed):
            async for item in feed:
                await arrived.put(("item", item))
        await arrived.put(("end", None))

    async with asyncio.TaskGroup() as group:
        readers = [group.create_task(read(feed)) for feed in feeds]
        running = len(readers)
        try:
            while running:
                kind, value = await arrived.get()
                if kind == "item":
                    yield value
                else:
                    running -= 1
        finally:
            for reader in readers:
                reader.cancel()
