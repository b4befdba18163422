"""Takes the right to speak to devices directly.

stopped by: seccomp box
unproved: not every kernel has it
needs: linux root x86_64
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
if libc.iopl(3) == 0:
    print("BREACH: it has it")
else:
    print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
