"""Looks whether it would live on when the warm parent dies.

stopped by: seccomp
needs: linux
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
signal = ctypes.c_int(-1)
if libc.prctl(1, 0, 0, 0, 0) == 0:  # PR_SET_PDEATHSIG: none any more
    print("BREACH: it will")
print("asked:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
