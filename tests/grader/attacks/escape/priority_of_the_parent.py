"""Gives the warm parent a lower priority.

stopped by: seccomp
needs: linux
reasons: assertion
"""

import os

try:
    os.setpriority(
        os.PRIO_PROCESS, int("@PARENT_PID@"), os.getpriority(os.PRIO_PROCESS, int("@PARENT_PID@")) + 1
    )
    print("BREACH: it is lower")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
