"""Makes system calls newer than all that the rules know: a new kernel must not open new doors.

stopped by: seccomp
needs: linux
unproved: kernels differ in what they have
reasons: assertion
"""

import ctypes
import errno
import os

libc = ctypes.CDLL(None, use_errno=True)
for number in (451, 453, 457, 458, 462, 463, 466, 470):
    ctypes.set_errno(0)
    libc.syscall(number, 0, 0, 0, 0, 0, 0)
    code = ctypes.get_errno()
    print("refused:" if code in (errno.ENOSYS, errno.EPERM) else "BREACH:", number, os.strerror(code))


async def reports(ask, stations):
    return None
