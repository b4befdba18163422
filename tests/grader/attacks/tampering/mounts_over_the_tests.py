"""Lays an empty folder over that of the hidden tests.

stopped by: seccomp
needs: linux root
unproved: it would hide folders from the tests themselves
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
if libc.mount(b"none", os.path.dirname("@HIDDEN@").encode(), b"tmpfs", 0, None) == 0:
    print("BREACH: it was mounted")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
