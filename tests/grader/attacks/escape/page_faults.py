"""Handles the page faults of the kernel itself, which makes holes in it easy to use.

stopped by: seccomp
needs: linux x86_64
unproved: many machines have it turned off
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
for flags in (0, 1):
    fd = libc.syscall(323, flags)
    print("BREACH: it does" if fd >= 0 else "refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
