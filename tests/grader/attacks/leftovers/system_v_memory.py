"""System V shared memory, which outlives its process
stopped by: seccomp
reasons: assertion load
"""

import ctypes

libc = ctypes.CDLL(None)
number = libc.shmget(0, 4096, 0o1600)
if number >= 0:
    print("BREACH: segment", number)
    libc.shmctl(number, 0, None)


async def reports(ask, stations):
    return []
