"""Reads the log of the kernel.

stopped by: seccomp box
needs: linux root
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
buffer = ctypes.create_string_buffer(200)
if libc.klogctl(3, buffer, 200) >= 0:
    print("BREACH:", buffer.raw[:100])
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
