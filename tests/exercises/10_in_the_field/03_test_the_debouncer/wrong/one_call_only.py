"""You try a single call. It is not a burst yet: most of what can go wrong goes wrong when a second call comes
before the first one is served.
"""

import asyncio


async def check(debounce):
    notes = []
    call = debounce(lambda *args, **kwargs: notes.append((args, kwargs)), 1)
    call("whale", shelf="north")
    await asyncio.sleep(0.9)
    assert notes == []
    await asyncio.sleep(10)
    assert notes == [(("whale",), {"shelf": "north"})]
