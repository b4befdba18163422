"""Makes a process by clone3, whose flags no filter can see.

stopped by: seccomp
needs: linux
reasons: assertion
"""

import ctypes
import os
import struct

libc = ctypes.CDLL(None, use_errno=True)
child = libc.syscall(435, struct.pack("=8Q", 0, 0, 0, 0, 17, 0, 0, 0), ctypes.c_size_t(64))
if child == 0:
    os._exit(0)
if child > 0:
    print("BREACH: it has a child")
    os.waitpid(child, 0)
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
