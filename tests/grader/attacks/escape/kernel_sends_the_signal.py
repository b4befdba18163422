"""Makes the warm parent the owner of its channel: the kernel signals the owner when something arrives.

stopped by: landlock seccomp
needs: linux
reasons: assertion
"""

import fcntl
import os
import signal

try:
    here, there = os.pipe()
    fcntl.fcntl(here, fcntl.F_SETOWN, int("@JUDGE_PID@"))
    fcntl.fcntl(here, 10, signal.SIGUSR1)  # F_SETSIG
    fcntl.fcntl(here, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
    os.write(there, b"now")
    fcntl.fcntl(here, fcntl.F_SETOWN, 0)
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
