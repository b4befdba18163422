"""Looks whether a file is there, and how long it is: the one thing that Landlock lets anybody see.

stopped by: box
level: 2
reasons: assertion
"""

import os

try:
    print("BREACH: it is there, and has", os.stat("@HIDDEN@").st_size, "bytes")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
