"""Asks for its rights to a file at a known path.

stopped by: box
level: 2
reasons: assertion
"""

import os

print("BREACH: it is there" if os.access("@HIDDEN@", os.R_OK) else "refused")


async def reports(ask, stations):
    return None
