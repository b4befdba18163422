"""A POSIX message queue with a name
stopped by: seccomp
reasons: assertion load
needs: x86_64 linux
unproved: not every kernel has them
"""

import ctypes

libc = ctypes.CDLL(None, use_errno=True)
number = libc.syscall(240, b"@MARK@", 0o102, 0o600, None)
if number >= 0:
    print("BREACH: queue", number)
    libc.syscall(241, b"@MARK@")


async def reports(ask, stations):
    return []
