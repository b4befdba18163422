"""Opens a socket to the host of a virtual machine.

stopped by: seccomp
needs: linux
unproved: not every kernel has them
reasons: assertion
"""

import socket

try:
    with socket.socket(socket.AF_VSOCK, socket.SOCK_STREAM):
        print("BREACH: it has one")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
