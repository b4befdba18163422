"""Keeps a secret in the kernel's keyring, where the next submission would find it.

stopped by: seccomp
needs: linux x86_64
unproved: not every kernel has one
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
key = libc.syscall(248, b"user", b"@MARK@", b"secret", ctypes.c_size_t(6), -3)
print("BREACH: it was kept" if key >= 0 else "refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
