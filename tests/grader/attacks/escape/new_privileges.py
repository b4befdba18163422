"""Looks whether a program that it starts could gain rights, as sudo does.

stopped by: prctl box
needs: linux
unproved: without this layer an ordinary user gets none of the others
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
answer = libc.prctl(39, 0, 0, 0, 0)  # PR_GET_NO_NEW_PRIVS
if answer == 0:
    print("BREACH: it could")
else:
    print("it cannot:", answer, os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
