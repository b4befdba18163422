"""Makes a pair of datagram sockets, which it may, and sends from one of them to somebody else.

stopped by: seccomp
needs: linux
reasons: assertion
"""

import errno
import socket

# Those who listen there want streams, or are outside of the box: to be told so is to have got through.
GOT_THROUGH = (errno.EPROTOTYPE, errno.ECONNREFUSED)
here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
for target in ("@UNIX_SOCKET@", "\0@ABSTRACT@"):
    for reach in (lambda: here.sendto(b"out", target), lambda: here.connect(target)):
        try:
            reach()
            print("BREACH: it was reached")
        except OSError as error:
            print("BREACH:" if error.errno in GOT_THROUGH else "refused:", error)


async def reports(ask, stations):
    return None
