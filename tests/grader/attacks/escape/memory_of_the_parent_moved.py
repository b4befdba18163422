"""Moves the memory of the warm parent to another part of the machine.

stopped by: seccomp
needs: linux ptrace x86_64
unproved: kernels differ in what they say
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
mask = ctypes.c_ulong(1)
if libc.syscall(256, int("@PARENT_PID@"), ctypes.c_ulong(8), ctypes.byref(mask), ctypes.byref(mask)) >= 0:
    print("BREACH: it could")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
