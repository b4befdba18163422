"""Sends a signal to the process group of the warm parent, in which the judge may be.

stopped by: landlock seccomp
needs: linux
reasons: assertion
"""

import os

try:
    os.killpg(os.getpgid(int("@PARENT_PID@")), 0)
    print("BREACH: it may")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
