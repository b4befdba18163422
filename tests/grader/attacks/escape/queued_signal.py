"""Sends the judge a signal with a value, by rt_sigqueueinfo.

stopped by: landlock seccomp
needs: linux
reasons: assertion
"""

import ctypes
import os
import signal

libc = ctypes.CDLL(None, use_errno=True)
if libc.sigqueue(int("@JUDGE_PID@"), int(signal.SIGUSR1), ctypes.c_void_p(1)) == 0:
    print("BREACH: it was sent")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
