"""Sets up io_uring, which opens files and sockets past all filters of system calls.

stopped by: seccomp
needs: linux
unproved: many machines have it turned off
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
fd = libc.syscall(425, 4, ctypes.create_string_buffer(120))
print("BREACH: it has one" if fd >= 0 else "refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
