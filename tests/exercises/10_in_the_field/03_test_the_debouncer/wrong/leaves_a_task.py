"""A task of yours makes the calls. When your test refuses, this task goes on, since nobody stops it. Whatever
happens, end what you have started.
"""

import asyncio


async def check(debounce):
    notes = []
    call = debounce(lambda *args, **kwargs: notes.append((args, kwargs)), 1)

    async def burst():
        call("w", 1, shelf="north")
        await asyncio.sleep(0.7)
        call("wh", 2, shelf="east")
        await asyncio.sleep(0.7)
        call("wha", 3, shelf="south")
        await asyncio.sleep(100_000)

    typing = asyncio.create_task(burst())
    await asyncio.sleep(2.3)
    assert notes == []
    await asyncio.sleep(0.2)
    assert notes == [(("wha", 3), {"shelf": "south"})]
    call("cat")
    call("dog", page=2)
    await asyncio.sleep(1.1)
    assert notes[1:] == [(("dog",), {"page": 2})]
    await asyncio.sleep(10)
    assert len(notes) == 2
    typing.cancel()
    await asyncio.wait([typing])
