"""Loads a module into the kernel: junk, which only somebody who may load one is told.

stopped by: seccomp box
needs: linux root
unproved: machines differ in what they say about junk
reasons: assertion
"""

import ctypes
import errno
import os

libc = ctypes.CDLL(None, use_errno=True)
number = {"x86_64": 175, "aarch64": 105}.get(os.uname().machine, 175)
libc.syscall(number, b"junk", ctypes.c_ulong(4), b"")
code = ctypes.get_errno()
print("refused:" if code in (errno.EPERM, errno.ENOSYS) else "BREACH:", os.strerror(code))


async def reports(ask, stations):
    return None
