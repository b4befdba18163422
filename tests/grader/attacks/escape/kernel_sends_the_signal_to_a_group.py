"""Makes somebody the owner of a descriptor by the newer call, with a structure.

stopped by: landlock seccomp
needs: linux
reasons: assertion
"""

import fcntl
import os
import signal
import struct

try:
    here, there = os.pipe()
    fcntl.fcntl(here, 10, signal.SIGUSR2)
    fcntl.fcntl(here, 15, struct.pack("ii", 1, int("@JUDGE_PID@")))  # F_SETOWN_EX, a process
    fcntl.fcntl(here, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
    os.write(there, b"now")
    fcntl.fcntl(here, fcntl.F_SETOWN, 0)
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
