"""Opens a socket to the kernel's cryptography, a part where holes were found before.

stopped by: seccomp
needs: linux
unproved: not every kernel has them
reasons: assertion
"""

import socket

try:
    with socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET):
        print("BREACH: it has one")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
