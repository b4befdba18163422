"""Writes into the warm parent's memory.

stopped by: landlock seccomp
needs: linux ptrace
reasons: assertion
"""

import ctypes
import errno
import os

libc = ctypes.CDLL(None, use_errno=True)
buffer = ctypes.create_string_buffer(8)
local = (ctypes.c_size_t * 2)(ctypes.addressof(buffer), 8)
remote = (ctypes.c_size_t * 2)(8, 8)  # where nothing is: "bad address" is said to somebody who may write
if (
    libc.process_vm_writev(int("@PARENT_PID@"), local, 1, remote, 1, 0) >= 0
    or ctypes.get_errno() == errno.EFAULT
):
    print("BREACH: it may write")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
