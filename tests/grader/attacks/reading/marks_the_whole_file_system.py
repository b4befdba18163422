"""Lets the kernel tell it of every file that is opened anywhere.

stopped by: seccomp box
needs: linux root
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
fd = libc.fanotify_init(0, os.O_RDONLY)
if fd >= 0 and libc.fanotify_mark(fd, 0x11, ctypes.c_uint64(0x20), -100, b"@CANARY_DIR@") == 0:
    print("BREACH: it watches the file system")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
