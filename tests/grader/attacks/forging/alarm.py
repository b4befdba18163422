"""A timer of the kernel that ends the process between two tests
stopped by: process
reasons: crash assertion
"""

import signal

signal.setitimer(signal.ITIMER_REAL, 0.001)


async def reports(ask, stations):
    for _ in range(200_000):
        pass
    return []
