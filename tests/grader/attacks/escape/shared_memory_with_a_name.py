"""Makes a piece of shared memory that has a name, in /dev/shm.

stopped by: landlock
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
fd = libc.shm_open(b"/@MARK@", os.O_CREAT | os.O_RDWR, 0o600)
if fd >= 0:
    print("BREACH: it has one")
    libc.shm_unlink(b"/@MARK@")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
