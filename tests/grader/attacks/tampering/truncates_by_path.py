"""Cuts a file off: older versions of Landlock let it.

stopped by: landlock seccomp box
reasons: assertion
"""

import os

try:
    os.truncate("@CANARY_DIR@/one.txt", 3)
    print("BREACH: it was cut off")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
