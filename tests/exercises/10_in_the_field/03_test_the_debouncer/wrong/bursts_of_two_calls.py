"""Your bursts have two calls at the most. With two calls you see that the second one starts the quiet time anew, but
not that each further one does. How long can a burst last?
"""

import asyncio


async def check(debounce):
    notes = []
    call = debounce(lambda *args, **kwargs: notes.append((args, kwargs)), 1)
    for burst in range(3):
        call("w", burst, shelf="north")
        await asyncio.sleep(0.7)
        call("wh", burst, shelf="east")
        await asyncio.sleep(0.9)
        assert len(notes) == burst
        await asyncio.sleep(0.2)
        assert notes[burst:] == [(("wh", burst), {"shelf": "east"})]
        await asyncio.sleep(10)
        assert len(notes) == burst + 1
