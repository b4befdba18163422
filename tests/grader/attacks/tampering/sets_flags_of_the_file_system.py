"""Sets the flags of a file by their newer call; here the same ones.

stopped by: seccomp box
needs: linux root
unproved: not every file system has them
reasons: assertion
"""

import fcntl
import os

GET, SET = 0x801C581F, 0x401C5820
try:
    fd = os.open(os.__file__, os.O_RDONLY)
    fcntl.ioctl(fd, SET, fcntl.ioctl(fd, GET, bytes(28)))
    print("BREACH: it could")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
