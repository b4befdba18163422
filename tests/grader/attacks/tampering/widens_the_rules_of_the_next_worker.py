"""Adds a rule to the set that the warm parent keeps for all workers: it does not bind this one, but the next.

stopped by: process
needs: linux
reasons: assertion
"""

import ctypes
import os
import struct

libc = ctypes.CDLL(None, use_errno=True)
root = os.open("/", os.O_PATH)
for fd in range(3, 200):
    for rights in ((1 << 13) - 1, 0b1100, 0b100):
        if libc.syscall(445, fd, 1, struct.pack("=Qi", rights, root), 0) == 0:
            print("BREACH: the rules at", fd, "allow everything now")


async def reports(ask, stations):
    return None
