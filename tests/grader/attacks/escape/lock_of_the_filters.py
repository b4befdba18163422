"""Listens for system calls of its threads in the place of the kernel, by a filter that reports them.

stopped by: seccomp
needs: linux x86_64
reasons: assertion
"""

import ctypes
import os
import struct

libc = ctypes.CDLL(None, use_errno=True)
code = ctypes.create_string_buffer(struct.pack("=HBBI", 6, 0, 0, 0x7FFF0000))
program = ctypes.create_string_buffer(struct.pack("@HP", 1, ctypes.addressof(code)))
libc.prctl(38, 1, 0, 0, 0)
fd = libc.syscall(317, 1, 8, program)  # SECCOMP_FILTER_FLAG_NEW_LISTENER
print("BREACH: it has one" if fd >= 0 else "refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
