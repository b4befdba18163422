"""Sends the judge the signal that ends a program.

stopped by: landlock seccomp
needs: linux
reasons: assertion
"""

import os
import signal

try:
    os.kill(int("@JUDGE_PID@"), signal.SIGTERM)
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
