"""Attaches to the warm parent as a debugger.

stopped by: landlock seccomp
needs: linux ptrace
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
if libc.ptrace(0x4206, int("@PARENT_PID@"), 0, 0) == 0:  # PTRACE_SEIZE: it does not even stop
    print("BREACH: it is attached")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
