"""Lets two files change places, in one call.

stopped by: landlock seccomp box
needs: linux
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
first, second = b"@CANARY_DIR@/one.txt", b"@CANARY_DIR@/folder/three.txt"
if libc.renameat2(-100, first, -100, second, 2) == 0:
    print("BREACH: they have changed places")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
