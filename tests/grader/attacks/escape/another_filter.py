"""Adds a filter of its own, which answers with what it likes and slows every call down.

stopped by: seccomp
needs: linux
reasons: assertion
"""

import ctypes
import os
import struct

libc = ctypes.CDLL(None, use_errno=True)
code = ctypes.create_string_buffer(struct.pack("=HBBI", 6, 0, 0, 0x7FFF0000))
program = ctypes.create_string_buffer(struct.pack("@HP", 1, ctypes.addressof(code)))
libc.prctl.argtypes = (ctypes.c_int, *[ctypes.c_ulong] * 4)
libc.prctl(38, 1, 0, 0, 0)
if libc.prctl(22, 2, ctypes.addressof(program), 0, 0) == 0:
    print("BREACH: it has one")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
