"""Sets the clock of the machine, to the time that it has.

stopped by: seccomp box
needs: linux root
unproved: it would disturb the machine's clock
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
now = (ctypes.c_long * 2)()
libc.clock_gettime(0, now)
if libc.clock_settime(0, now) == 0:
    print("BREACH: it was set")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
