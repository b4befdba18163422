"""Lets the warm parent run only when nobody else wants to.

stopped by: seccomp
needs: linux
reasons: assertion
"""

import os

try:
    os.sched_setscheduler(int("@PARENT_PID@"), os.SCHED_BATCH, os.sched_param(0))
    print("BREACH: it waits")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
