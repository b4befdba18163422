"""It raises what it likes: an index that is not there, a value that is not in a list, a timeout."""

import asyncio


async def check(debounce):
    notes, event = [], asyncio.Event()

    def fn(*args, **kwargs):
        notes.append(args + tuple(kwargs.items()))
        event.set()

    call = debounce(fn, 1)
    for burst in range(2):
        for key in range(4):
            call(burst, key=key)
            await asyncio.sleep(0.8)
            if len(notes) > burst:
                raise ValueError("too soon")
        event.clear()
        await asyncio.wait_for(event.wait(), 0.5)
        assert [notes.pop()].index((burst, ("key", 3))) == 0
        notes.append(None)
        await asyncio.sleep(5)
        if len(notes) != burst + 1:
            raise RuntimeError("too often")
