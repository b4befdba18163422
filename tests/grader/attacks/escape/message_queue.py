"""Makes a message queue that outlives it.

stopped by: seccomp
needs: linux
unproved: not every kernel has them
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
queue = libc.mq_open(b"/@MARK@", os.O_CREAT | os.O_RDWR, 0o600, None)
if queue >= 0:
    print("BREACH: it has one")
    libc.mq_unlink(b"/@MARK@")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
