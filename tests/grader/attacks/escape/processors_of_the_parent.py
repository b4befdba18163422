"""Binds the warm parent to a single processor.

stopped by: seccomp
needs: linux
reasons: assertion
"""

import os

try:
    os.sched_setaffinity(int("@PARENT_PID@"), {min(os.sched_getaffinity(0))})
    print("BREACH: it is bound")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
