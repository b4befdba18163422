"""Changes rights with fchmodat2, which is newer than most filters.

stopped by: seccomp box
unproved: kernels before 6.6 do not have the call
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
if libc.syscall(452, -100, b"@CANARY_DIR@/one.txt", 0o600, 0) == 0:
    print("BREACH: it has other rights")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
