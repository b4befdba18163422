"""Gives itself a higher priority, or the right to be served before everybody.

stopped by: seccomp
needs: linux root
unproved: in a box it may not, even without the layer
reasons: assertion
"""

import os

for change in (lambda: os.setpriority(os.PRIO_PROCESS, 0, -5), lambda: os.nice(-5)):
    try:
        change()
        print("BREACH: it is higher")
    except OSError as error:
        print("refused:", error)
try:
    os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1))
    print("BREACH: it is served first")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
