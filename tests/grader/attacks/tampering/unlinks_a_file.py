"""Deletes a file.

stopped by: landlock seccomp box
reasons: assertion
"""

import os

try:
    os.unlink("@CANARY_DIR@/two.txt")
    print("BREACH: it was deleted")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
