"""Makes the warm parent the owner of a socket by ioctl, past fcntl: the signal that comes then ends it.

stopped by: landlock seccomp
needs: linux
reasons: assertion
"""

import fcntl
import os
import socket
import struct

try:
    here, there = socket.socketpair()
    fcntl.ioctl(here, 0x8901, struct.pack("i", int("@PARENT_PID@")))  # FIOSETOWN
    fcntl.fcntl(here, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
    os.write(there.fileno(), b"now")
    print("sent, if it was let")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
