"""Takes the warm parent's own connection to the judge out of its hands.

stopped by: landlock seccomp
needs: linux ptrace
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
parent = libc.syscall(434, int("@PARENT_PID@"), 0)
for number in range(3, 100):
    fd = libc.syscall(438, parent, number, 0)
    if fd >= 0:
        print("BREACH: it has", os.fstat(fd))
print("at last:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
