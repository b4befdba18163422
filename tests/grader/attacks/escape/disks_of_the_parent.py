"""Gives the warm parent the last place in the queue for the disk.

stopped by: seccomp
needs: linux x86_64
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
if libc.syscall(251, 1, int("@PARENT_PID@"), (2 << 13) | 7) == 0:
    print("BREACH: it waits")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
