"""A child in the same group, that sleeps on
stopped by: seccomp
reasons: assertion
tests: one
"""

import os
import select

try:
    if os.fork() == 0:
        os.closerange(0, 256)
        print("BREACH", flush=True)
        select.select([], [], [], 20)
        os._exit(0)
    print("BREACH: a child")
except OSError:
    pass


async def reports(ask, stations):
    return []
