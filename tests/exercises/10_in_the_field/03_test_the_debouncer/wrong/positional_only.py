"""All your calls have positional arguments only. An implementation that drops those by keyword does the
same as a right one, as long as there are none.
"""

import asyncio


async def check(debounce):
    notes = []
    call = debounce(lambda *args, **kwargs: notes.append((args, kwargs)), 1)
    call("w", 1)
    await asyncio.sleep(0.7)
    call("wh", 2)
    await asyncio.sleep(0.7)
    call("wha", 3)
    await asyncio.sleep(0.9)
    assert notes == []
    await asyncio.sleep(0.2)
    assert notes == [(("wha", 3), {})]
    call("cat")
    call("dog")
    await asyncio.sleep(1.1)
    assert notes[1:] == [(("dog",), {})]
    await asyncio.sleep(10)
    assert len(notes) == 2
