"""You look at the very moment when `fn` is due. Who is first then, you or `fn`, depends on how `debounce` is
built: a right one may come just after you. Look a little later.
"""

import asyncio


async def check(debounce):
    notes = []
    call = debounce(lambda *args, **kwargs: notes.append((args, kwargs)), 1)
    call("w", 1, shelf="north")
    await asyncio.sleep(0.7)
    call("wh", 2, shelf="east")
    await asyncio.sleep(0.7)
    call("wha", 3, shelf="south")
    await asyncio.sleep(0.75)
    assert notes == []
    await asyncio.sleep(0.25)
    assert notes == [(("wha", 3), {"shelf": "south"})]
    call("cat")
    call("dog", page=2)
    await asyncio.sleep(1)
    assert notes[1:] == [(("dog",), {"page": 2})]
    await asyncio.sleep(10)
    assert len(notes) == 2
