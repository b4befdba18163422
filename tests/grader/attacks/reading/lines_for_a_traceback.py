"""Lets linecache read the hidden test, as if a traceback had to show it.

stopped by: landlock box
reasons: assertion
"""

import linecache

lines = linecache.getlines("@HIDDEN@")
print("BREACH:" if lines else "refused", lines[:3])


async def reports(ask, stations):
    return None
