"""Sets the flags of a file of the standard library that it has open for reading, as chattr does; here the same ones.

stopped by: seccomp box
needs: linux root
unproved: not every file system has them
reasons: assertion
"""

import fcntl
import os
import struct

GET_FLAGS, SET_FLAGS = 0x80086601, 0x40086602
try:
    fd = os.open(os.__file__, os.O_RDONLY)
    flags = fcntl.ioctl(fd, GET_FLAGS, struct.pack("l", 0))
    fcntl.ioctl(fd, SET_FLAGS, flags)
    print("BREACH: it could")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
