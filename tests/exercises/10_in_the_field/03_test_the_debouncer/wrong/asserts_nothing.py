"""You use `debounce` and look at nothing. Whatever it does, your test is content. What can be seen from
outside, and what should it be?
"""

import asyncio


async def check(debounce):
    notes = []
    call = debounce(notes.append, 1)
    call(1)
    call(2)
    await asyncio.sleep(5)
    print(notes)
