"""Makes a system call by its x32 number.

stopped by: seccomp
needs: linux x86_64
reasons: assertion crash
unproved: most kernels are built without such calls
"""

import ctypes
import os


async def reports(ask, stations):
    libc = ctypes.CDLL(None, use_errno=True)
    answer = libc.syscall(0x40000000 + 39)
    print("BREACH:" if answer > 0 else "refused:", answer, os.strerror(ctypes.get_errno()))
    return None
