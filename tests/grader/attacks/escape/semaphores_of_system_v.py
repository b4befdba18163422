"""Makes a semaphore that outlives it.

stopped by: seccomp
needs: linux
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
number = libc.semget(0x6F766C70, 1, 0o1600)
if number >= 0:
    print("BREACH: it has one")
    libc.semctl(number, 0, 0)
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
