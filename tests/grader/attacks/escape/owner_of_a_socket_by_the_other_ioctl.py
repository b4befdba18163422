"""Makes the warm parent the owner of a socket by SIOCSPGRP, and turns signals on by FIOASYNC.

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
    fcntl.ioctl(here, 0x8902, struct.pack("i", int("@PARENT_PID@")))  # SIOCSPGRP
    fcntl.ioctl(here, 0x5452, struct.pack("i", 1))  # FIOASYNC
    os.write(there.fileno(), b"now")
    print("sent, if it was let")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
