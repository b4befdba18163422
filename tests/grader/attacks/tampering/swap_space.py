"""Takes a file for swap space, where the memory of others would go.

stopped by: seccomp box
needs: linux root
reasons: assertion
"""

import ctypes
import errno
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.swapon(b"@CANARY_DIR@/one.txt", 0)
code = ctypes.get_errno()
print("refused:" if code in (errno.EPERM, errno.ENOSYS, errno.ENOENT) else "BREACH:", os.strerror(code))


async def reports(ask, stations):
    return None
