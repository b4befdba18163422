"""Opens a file with the system call openat2, which filters of open and openat do not see.

stopped by: landlock box
needs: linux
reasons: assertion
"""

import ctypes
import os
import struct

libc = ctypes.CDLL(None, use_errno=True)
how = struct.pack("=QQQ", os.O_RDONLY, 0, 0)
fd = libc.syscall(437, -100, b"@CANARY@", how, ctypes.c_size_t(len(how)))
if fd >= 0:
    print("BREACH:", os.read(fd, 200))
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
