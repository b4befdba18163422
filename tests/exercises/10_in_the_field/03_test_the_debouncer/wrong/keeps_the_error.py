"""You catch your own AssertionError and print it. Whoever runs the test sees it end normally and takes this
for a yes.
"""

import asyncio


async def check(debounce):
    try:
        await look(debounce)
    except AssertionError as error:
        print("broken!", error)


async def look(debounce):
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
    assert notes == [(("wha", 3), {"shelf": "south"})]
    call("cat")
    call("dog", page=2)
    await asyncio.sleep(1.1)
    assert notes[1:] == [(("dog",), {"page": 2})]
    await asyncio.sleep(10)
    assert len(notes) == 2
