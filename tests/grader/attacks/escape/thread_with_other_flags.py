"""Starts what claims to be a thread, but shares nothing that a thread must share.

stopped by: process
needs: linux
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
number = {"x86_64": 56, "aarch64": 220}.get(os.uname().machine, 56)
for flags in (0x10000, 0x10000 | 0x20000000, 0x10000 | 0x10000000, 0x10000 | 0x800):
    child = libc.syscall(number, flags, 0, 0, 0, 0)  # CLONE_THREAD alone: the kernel asks for CLONE_VM too
    if child == 0:
        os._exit(0)
    print("BREACH: it has a child" if child > 0 else "refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
