"""Makes a namespace of users, in which it is the administrator.

stopped by: seccomp
needs: linux
unproved: some machines do not let users
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
if libc.unshare(0x10000000) == 0:
    print("BREACH: it has one")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
