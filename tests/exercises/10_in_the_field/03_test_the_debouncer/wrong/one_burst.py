"""You test one burst. An implementation that is worn out after its first burst passes your test. What has to
happen when the reader types again?
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
    assert notes == []
    await asyncio.sleep(0.2)
    assert notes == [(("wha", 3), {"shelf": "south"})]
    await asyncio.sleep(10)
    assert len(notes) == 1
