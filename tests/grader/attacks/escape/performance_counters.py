"""Counts events of the processor, also those of others.

stopped by: seccomp
needs: linux x86_64
unproved: not every machine has them
reasons: assertion
"""

import ctypes
import os
import struct

libc = ctypes.CDLL(None, use_errno=True)
attributes = ctypes.create_string_buffer(struct.pack("=IIQ", 1, 112, 0), 112)
fd = libc.syscall(298, attributes, 0, -1, -1, 0)
print("BREACH: it counts" if fd >= 0 else "refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
