"""Reads a symbolic link at a known path.

stopped by: box
level: 2
reasons: assertion
"""

import os

try:
    print("BREACH: it leads to", os.readlink("@LINK@"))
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
