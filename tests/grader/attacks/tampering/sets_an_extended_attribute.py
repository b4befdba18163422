"""Writes an extended attribute of a file.

stopped by: seccomp box
needs: linux
unproved: not every file system has them
reasons: assertion
"""

import os

try:
    os.setxattr("@CANARY_DIR@/one.txt", "user.attack", b"was here")
    print("BREACH: it was written")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
