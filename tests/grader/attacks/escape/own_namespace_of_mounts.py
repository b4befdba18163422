"""Leaves the namespaces that it shares with others.

stopped by: seccomp
needs: linux root
unproved: in a box it may not, even without the layer
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
for kind in (0x20000, 0x40000000, 0x4000000, 0x8000000):  # mounts, network, names, System V
    if libc.unshare(kind) == 0:
        print("BREACH: it has its own:", hex(kind))
    else:
        print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
