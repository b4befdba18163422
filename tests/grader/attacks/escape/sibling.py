"""Makes a process whose parent is the warm parent, as if it were one of its workers.

stopped by: seccomp
needs: linux
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
number = {"x86_64": 56, "aarch64": 220}.get(os.uname().machine, 56)
child = libc.syscall(number, 0x8000 | 17, 0, 0, 0, 0)  # CLONE_PARENT
if child == 0:
    os._exit(0)
if child > 0:
    print("BREACH: it has a sibling")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
