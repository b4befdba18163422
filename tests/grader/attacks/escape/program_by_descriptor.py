"""Starts a program by a descriptor of it, with execveat.

stopped by: landlock seccomp box
needs: linux x86_64
reasons: assertion crash
"""

import ctypes
import os


async def reports(ask, stations):
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        fd = os.open("/bin/sh", os.O_PATH)
    except OSError as error:
        print("refused:", error)
        return None
    words = [b"sh", b"-c", b": > '@CANARY_DIR@/execveat @MARK@'", None]
    libc.syscall(322, fd, b"", (ctypes.c_char_p * 4)(*words), (ctypes.c_char_p * 1)(None), 0x1000)
    print("refused:", os.strerror(ctypes.get_errno()))
    return None
