"""Leaves a message for whoever comes next.

stopped by: seccomp
needs: linux
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
number = libc.msgget(0x6F766C70, 0o1600)
if number >= 0:
    print("BREACH: it has a queue")
    libc.msgctl(number, 0, None)
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
