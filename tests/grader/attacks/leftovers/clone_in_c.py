"""A process by clone(2) itself, with the flags of a fork
stopped by: seccomp
reasons: assertion load
tests: one
needs: x86_64 linux
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
number = libc.syscall(56, 17, 0, 0, 0, 0)
if number == 0:
    libc.sleep(20)
    os._exit(0)
if number > 0:
    print("BREACH: process", number)


async def reports(ask, stations):
    return []
