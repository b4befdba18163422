"""Your assertions stand inside `fn`. There, they are raised in a timer of the event loop, which logs them and
goes on; your test hears nothing of it. And if `fn` is never called, nothing is asserted at all.
"""

import asyncio


async def check(debounce):
    count = 0

    def fn(word, page):
        nonlocal count
        count += 1
        assert count == 1
        assert (word, page) == ("whale", 3)

    call = debounce(fn, 1)
    for page, word in enumerate(("w", "wh", "whale"), start=1):
        call(word, page=page)
        await asyncio.sleep(0.7)
    await asyncio.sleep(10)
