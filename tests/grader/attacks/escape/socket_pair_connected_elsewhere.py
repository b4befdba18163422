"""Makes a pair of datagram sockets, which it may, and sends from one of them to somebody else.

stopped by: seccomp box
needs: linux
unproved: nobody listens there; it counts that it may not be tried
reasons: assertion
"""

import socket

here, there = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
for target in ("@UNIX_SOCKET@", "\0@ABSTRACT@"):
    try:
        here.sendto(b"out", target)
        print("BREACH: it was sent")
    except OSError as error:
        print("refused:", error)
    try:
        here.connect(target)
        print("BREACH: it is connected")
    except ConnectionRefusedError:
        print("BREACH: it got through to the socket")
    except OSError as error:
        print("refused:", error)


async def reports(ask, stations):
    return None
