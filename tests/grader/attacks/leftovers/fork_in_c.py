"""A process past Python's os module, by the C library
stopped by: seccomp
reasons: assertion load
tests: one
"""

import ctypes
import os

libc = ctypes.CDLL(None)
number = libc.fork()
if number == 0:
    libc.close(0)
    libc.sleep(20)
    os._exit(0)
if number > 0:
    print("BREACH: process", number)


async def reports(ask, stations):
    return []
