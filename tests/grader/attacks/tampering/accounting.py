"""Turns on the kernel's log of processes, into a file of its choice.

stopped by: seccomp box
needs: linux root
unproved: not every kernel keeps one
reasons: assertion
"""

import ctypes
import errno
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.acct(b"@CANARY_DIR@/one.txt")
code = ctypes.get_errno()
print("refused:" if code in (errno.EPERM, errno.ENOSYS, errno.ENOENT) else "BREACH:", os.strerror(code))


async def reports(ask, stations):
    return None
