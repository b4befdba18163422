"""Makes a piece of shared memory that outlives it.

stopped by: seccomp
needs: linux
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
number = libc.shmget(0x6F766C70, ctypes.c_size_t(4096), 0o1600)
if number >= 0:
    print("BREACH: it has one")
    libc.shmctl(number, 0, None)  # and takes it away again
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
