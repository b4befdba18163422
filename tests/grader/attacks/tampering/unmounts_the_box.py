"""Takes away what was mounted before it: what lies under a box comes to light.

stopped by: seccomp
needs: linux root
unproved: it would unmount folders of this machine
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
for folder in (b"/proc", b"/dev", b"/"):
    if libc.umount2(folder, 2) == 0:
        print("BREACH: it is gone:", folder)
    else:
        print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
