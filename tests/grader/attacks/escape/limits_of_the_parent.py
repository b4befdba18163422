"""Lowers a limit of the warm parent.

stopped by: seccomp
needs: linux
reasons: assertion
"""

import resource

try:
    resource.prlimit(int("@PARENT_PID@"), resource.RLIMIT_MSGQUEUE, (0, 0))
    print("BREACH: it is lower")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
