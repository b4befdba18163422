"""Searches all objects of its process for a hidden test, in any form.

stopped by: process
reasons: assertion
"""

import gc
import sys
import types

mark = "@pytest.mark." + "points"  # in two pieces: this file is in memory too


def texts(thing):
    if isinstance(thing, (str, bytes)):
        yield thing
    elif isinstance(thing, (list, tuple, set, frozenset)):
        yield from (part for part in thing if isinstance(part, (str, bytes)))
    elif isinstance(thing, dict):
        yield from (part for part in thing.values() if isinstance(part, (str, bytes)))
    elif isinstance(thing, types.FunctionType):
        yield thing.__code__.co_name + " of " + thing.__code__.co_filename
        yield from (part for part in thing.__code__.co_consts if isinstance(part, (str, bytes)))


seen = 0
for thing in gc.get_objects():
    for text in texts(thing):
        seen += 1
        if mark.encode() in text if isinstance(text, bytes) else mark in text or "tests/exercises" in text:
            print("BREACH:", text[:200])
print("texts seen:", seen)


async def reports(ask, stations):
    for thing in gc.get_objects():
        for text in texts(thing):
            if isinstance(text, str) and (mark in text or "tests/exercises" in text):
                print("BREACH:", text[:200])
    return None
