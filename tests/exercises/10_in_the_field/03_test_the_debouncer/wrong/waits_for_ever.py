"""You wait until `fn` is called. If it never is, your test never ends, and a test that hangs tells nobody
what is wrong. Put a limit to your patience.
"""

import asyncio


class Reader:
    def __init__(self):
        self.notes = []
        self.called = asyncio.Event()

    def hear(self, *args, **kwargs):
        self.notes.append((args, kwargs))
        self.called.set()


async def check(debounce):
    reader = Reader()
    notes = reader.notes
    call = debounce(reader.hear, 1)
    call("w", 1, shelf="north")
    await asyncio.sleep(0.7)
    call("wh", 2, shelf="east")
    await asyncio.sleep(0.7)
    call("wha", 3, shelf="south")
    await asyncio.sleep(0.9)
    assert notes == []
    await reader.called.wait()
    assert notes == [(("wha", 3), {"shelf": "south"})]
    call("cat")
    call("dog", page=2)
    reader.called.clear()
    await reader.called.wait()
    assert notes[1:] == [(("dog",), {"page": 2})]
    await asyncio.sleep(10)
    assert len(notes) == 2
