"""You collect the whole source in a list before you send the first item. A source that never ends is never
sent, and a long one fills the memory. When can the sending of the first item begin?
"""


async def pump(source, send, size):
    items = [item async for item in source]
    for item in items:
        await send(item)
    return len(items)
