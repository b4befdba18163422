"""You look right after the call. The quiet time has not even begun to pass, so the right one has not called
`fn` either, and your test refuses it. Give it the time that it needs.
"""

import asyncio


async def check(debounce):
    notes = []
    call = debounce(lambda *args, **kwargs: notes.append((args, kwargs)), 1)
    call("w")
    call("whale", shelf="north")
    await asyncio.sleep(0)
    assert notes == [(("whale",), {"shelf": "north"})]
