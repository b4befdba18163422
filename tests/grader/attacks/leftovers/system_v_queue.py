"""A System V message queue and a semaphore, which outlive their process
stopped by: seccomp
reasons: assertion load
"""

import ctypes

libc = ctypes.CDLL(None)
queue, semaphore = libc.msgget(0, 0o1600), libc.semget(0, 1, 0o1600)
if queue >= 0 or semaphore >= 0:
    print("BREACH:", queue, semaphore)
libc.msgctl(queue, 0, None)
libc.semctl(semaphore, 0, 0)


async def reports(ask, stations):
    return []
