"""You wait much longer than the quiet time before you look whether `fn` has been called. So it may come too late, and
your test does not notice. At which moment must it have been called?
"""

import asyncio


async def check(debounce):
    notes = []
    call = debounce(lambda *args, **kwargs: notes.append((args, kwargs)), 1)
    for burst in range(3):
        call("w", burst, shelf="north")
        await asyncio.sleep(0.7)
        call("wh", burst, shelf="east")
        await asyncio.sleep(0.7)
        call("wha", burst, shelf="south")
        await asyncio.sleep(0.9)
        assert len(notes) == burst
        await asyncio.sleep(10)
        assert notes[burst:] == [(("wha", burst), {"shelf": "south"})]
