"""Copies a piece of the judge's memory into its own.

stopped by: landlock seccomp box
needs: linux ptrace x86_64
reasons: assertion
"""

import ctypes
import errno
import os

libc = ctypes.CDLL(None, use_errno=True)
buffer = ctypes.create_string_buffer(8)
local = (ctypes.c_size_t * 2)(ctypes.addressof(buffer), 8)
# The program itself was loaded somewhere: "bad address" is said to somebody who may look.
remote = (ctypes.c_size_t * 2)(0x400000, 8)
if (
    libc.process_vm_readv(int("@JUDGE_PID@"), local, 1, remote, 1, 0) >= 0
    or ctypes.get_errno() == errno.EFAULT
):
    print("BREACH: it may read", buffer.raw)
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
