"""A daemon: fork twice, with a session of its own, and sleep on
stopped by: seccomp
reasons: assertion
tests: one
"""

import os
import select

try:
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.closerange(0, 256)
            for _ in range(20):
                select.select([], [], [], 1)
        os._exit(0)
except OSError:
    pass


async def reports(ask, stations):
    return []
