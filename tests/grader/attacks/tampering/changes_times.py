"""Sets a file's time back, so that nobody sees a change.

stopped by: seccomp box
reasons: assertion
"""

import os

try:
    os.utime("@CANARY_DIR@/one.txt", (1, 1))
    print("BREACH: it is old now")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
