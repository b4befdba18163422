"""Opens a descriptor of the judge's process, and sends a signal by that.

stopped by: landlock seccomp
needs: linux
reasons: assertion
"""

import os
import signal

try:
    fd = os.pidfd_open(int("@JUDGE_PID@"))
    signal.pidfd_send_signal(fd, signal.SIGUSR1)
    print("BREACH: it was sent")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
