"""You count how often `fn` was called, and not with what. A search for the wrong word is a call, too."""

import asyncio


async def check(debounce):
    notes = []
    call = debounce(lambda *args, **kwargs: notes.append((args, kwargs)), 1)
    call("w", 1, shelf="north")
    await asyncio.sleep(0.7)
    call("wh", 2, shelf="east")
    await asyncio.sleep(0.7)
    call("wha", 3, shelf="south")
    await asyncio.sleep(0.9)
    assert notes == []
    await asyncio.sleep(0.2)
    assert len(notes) == 1
    call("cat")
    call("dog", page=2)
    await asyncio.sleep(1.1)
    assert len(notes) == 2
    await asyncio.sleep(10)
    assert len(notes) == 2
