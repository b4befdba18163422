"""Stops the warm parent and lets it go on again.

stopped by: landlock seccomp
needs: linux
reasons: assertion
"""

import os
import signal

try:
    os.kill(int("@PARENT_PID@"), signal.SIGSTOP)
    os.kill(int("@PARENT_PID@"), signal.SIGCONT)
    print("BREACH: it could")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
