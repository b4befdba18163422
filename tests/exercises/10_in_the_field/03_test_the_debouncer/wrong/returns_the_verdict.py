"""You return True or False. Nobody asked for it: a test that refuses raises AssertionError, and whatever it
returns is not looked at.
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
    await asyncio.sleep(0.9)
    good = notes == []
    await asyncio.sleep(0.2)
    good = good and notes == [(("wha", 3), {"shelf": "south"})]
    call("cat")
    call("dog", page=2)
    await asyncio.sleep(1.1)
    good = good and notes[1:] == [(("dog",), {"page": 2})]
    await asyncio.sleep(10)
    good = good and len(notes) == 2
    return good
