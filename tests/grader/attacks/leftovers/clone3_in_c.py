"""A process by clone3(2), whose flags no filter can see
stopped by: seccomp
reasons: assertion load
tests: one
needs: linux
"""

import ctypes
import os
import signal

libc = ctypes.CDLL(None, use_errno=True)
arguments = (ctypes.c_uint64 * 11)()
arguments[4] = signal.SIGCHLD
number = libc.syscall(435, arguments, ctypes.sizeof(arguments))
if number == 0:
    libc.sleep(20)
    os._exit(0)
if number > 0:
    print("BREACH: process", number)


async def reports(ask, stations):
    return []
