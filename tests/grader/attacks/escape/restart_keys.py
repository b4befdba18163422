"""Turns off that three keys restart the machine.

stopped by: seccomp
needs: linux root
unproved: it would change the machine
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
if libc.reboot(0) == 0:
    print("BREACH: it could restart it, too")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
