"""Opens a copy of the tree of files by open_tree, to mount it elsewhere.

stopped by: seccomp
needs: linux root
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
if libc.syscall(428, -100, b"/", 1) >= 0:
    print("BREACH: it has a copy")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
