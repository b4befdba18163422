"""The classic: a semaphore counts the free places, another one the items; a list of packed items between
them.
"""

import asyncio


async def pump(source, send, size):
    places, filled = asyncio.Semaphore(size), asyncio.Semaphore(0)
    belt = []

    async def read():
        iterator = aiter(source)
        while True:
            await places.acquire()
            try:
                belt.append([await anext(iterator)])
            except StopAsyncIteration:
                belt.append([])
                return
            finally:
                filled.release()

    async def deliver():
        count = 0
        while True:
            await filled.acquire()
            packed = belt.pop(0)
            if not packed:
                return count
            places.release()
            await send(*packed)
            count += 1

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(read())
            delivery = group.create_task(deliver())
    except* BaseException as failed:
        error = failed
        while isinstance(error, BaseExceptionGroup):
            error = error.exceptions[0]
    else:
        return delivery.result()
    raise error
