"""Makes a system call with junk in the upper half of its number and of an argument, where a filter may not look.

stopped by: seccomp
needs: linux x86_64
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.syscall.argtypes = [ctypes.c_uint64] * 6
fd = libc.syscall(0xFFFFFFFF_00000029, 0xFFFFFFFF_00000002, 1, 0, 0, 0)
print("BREACH: a socket" if fd >= 0 else "refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
