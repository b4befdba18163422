"""Sends a signal to a single thread of the judge, by tgkill.

stopped by: landlock seccomp
needs: linux
reasons: assertion
"""

import ctypes
import os
import signal

libc = ctypes.CDLL(None, use_errno=True)
if libc.tgkill(int("@JUDGE_PID@"), int("@JUDGE_PID@"), int(signal.SIGUSR2)) == 0:
    print("BREACH: it was sent")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
