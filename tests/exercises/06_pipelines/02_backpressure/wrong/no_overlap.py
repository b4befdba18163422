"""You read one item, send it, and only then read the next. During each send nobody reads, and during each
read nobody sends. Two things that shall go on at the same time need two tasks.
"""


async def pump(source, send, size):
    count = 0
    async for item in source:
        await send(item)
        count += 1
    return count
