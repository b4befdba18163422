"""Twenty processes
stopped by: seccomp
reasons: assertion
tests: one
"""

import os
import select

for _ in range(20):
    try:
        if os.fork() == 0:
            os.closerange(0, 256)
            select.select([], [], [], 20)
            os._exit(0)
    except OSError:
        break
else:
    print("BREACH: 20 processes")


async def reports(ask, stations):
    return []
