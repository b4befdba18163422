"""Opens a descriptor of the judge's process: it becomes readable when the judge ends.

stopped by: seccomp
needs: linux
reasons: assertion
"""

import os

try:
    os.pidfd_open(int("@JUDGE_PID@"))
    print("BREACH: it has it")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
