"""Searches all objects of its process for a hidden test, in any form.

stopped by: process
reasons: assertion
"""

import gc
import types

# In pieces: this file is in memory too.
marks = [
    "".join(("@pytest", ".mark", ".points")),
    "".join(("tests", "/exercises")),
    "".join(("test_three", "_stations")),
]


def texts(thing):
    if isinstance(thing, (str, bytes)):
        yield thing
    elif isinstance(thing, (list, tuple, set, frozenset)):
        yield from (part for part in thing if isinstance(part, (str, bytes)))
    elif isinstance(thing, dict):
        yield from (part for part in (*thing, *thing.values()) if isinstance(part, (str, bytes)))
    elif isinstance(thing, (types.FunctionType, types.CoroutineType)):
        code = thing.__code__ if isinstance(thing, types.FunctionType) else thing.cr_code
        yield f"{code.co_name} of {code.co_filename}"
        yield from (part for part in code.co_consts if isinstance(part, (str, bytes)))


def search():
    seen = 0
    for thing in gc.get_objects() if gc.get_freeze_count() == 0 else (*gc.get_objects(), *thawed()):
        for text in texts(thing):
            seen += 1
            text = text.decode("latin-1") if isinstance(text, bytes) else text
            if any(mark in text and mark is not text for mark in marks):
                print("BREACH:", text[:200])
    print("texts seen:", seen)


def thawed():
    gc.unfreeze()  # what the warm parent has put out of sight
    return gc.get_objects()


search()


async def reports(ask, stations):
    search()
    return None
