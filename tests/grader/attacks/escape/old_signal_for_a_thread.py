"""Sends a signal to a thread by tkill, the call that nobody uses any more.

stopped by: landlock seccomp
needs: linux x86_64
reasons: assertion
"""

import ctypes
import os
import signal

libc = ctypes.CDLL(None, use_errno=True)
if libc.syscall(200, int("@JUDGE_PID@"), int(signal.SIGUSR1)) == 0:
    print("BREACH: it was sent")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
