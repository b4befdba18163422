"""Loads a program into the kernel by bpf().

stopped by: seccomp box
needs: linux root
reasons: assertion
"""

import ctypes
import errno
import os

libc = ctypes.CDLL(None, use_errno=True)
number = {"x86_64": 321, "aarch64": 280}.get(os.uname().machine, 321)
libc.syscall(number, 5, bytes(128), 128)  # BPF_PROG_LOAD of nothing: EINVAL, if it may load one
code = ctypes.get_errno()
print("refused:" if code in (errno.EPERM, errno.ENOSYS) else "BREACH:", os.strerror(code))


async def reports(ask, stations):
    return None
