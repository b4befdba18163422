"""Adjusts the pace of the machine's clock, by nothing.

stopped by: seccomp box
needs: linux root
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
delta = (ctypes.c_long * 2)(0, 0)
if libc.adjtime(delta, None) == 0:
    print("BREACH: it may adjust the clock")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
