"""All your bursts are shorter than the quiet time. Then it makes no difference from which of their calls it
is counted. How long must a burst last to show it?
"""

import asyncio


async def check(debounce):
    notes = []
    call = debounce(lambda *args, **kwargs: notes.append((args, kwargs)), 1)
    call("w", 1, shelf="north")
    await asyncio.sleep(0.03)
    call("wh", 2, shelf="east")
    await asyncio.sleep(0.03)
    call("wha", 3, shelf="south")
    await asyncio.sleep(0.9)
    assert notes == []
    await asyncio.sleep(0.2)
    assert notes == [(("wha", 3), {"shelf": "south"})]
    call("cat")
    call("dog", page=2)
    await asyncio.sleep(1.1)
    assert notes[1:] == [(("dog",), {"page": 2})]
    await asyncio.sleep(10)
    assert len(notes) == 2
