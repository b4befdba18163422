"""Takes a file over.

stopped by: seccomp box
reasons: assertion
"""

import os

try:
    os.chown("@CANARY_DIR@/one.txt", os.geteuid(), os.getegid())
    print("BREACH: it is its own")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
