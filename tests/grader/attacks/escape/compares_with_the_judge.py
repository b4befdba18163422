"""Asks the kernel whether it shares something with the judge: the answer tells addresses in the kernel.

stopped by: landlock seccomp box
needs: linux ptrace x86_64
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
if libc.syscall(312, os.getpid(), int("@JUDGE_PID@"), 2, 0, 0) >= 0:
    print("BREACH: it got an answer")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
