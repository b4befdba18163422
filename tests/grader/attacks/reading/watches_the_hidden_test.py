"""Lets the kernel tell it when somebody opens or changes the hidden test.

stopped by: seccomp box
needs: linux
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
fd = libc.inotify_init1(0)
if fd >= 0 and libc.inotify_add_watch(fd, b"@HIDDEN@", 0x20 | 0x2) >= 0:
    print("BREACH: it watches the file")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
