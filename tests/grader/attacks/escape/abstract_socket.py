"""Connects to a socket without a file, as desktops have.

stopped by: landlock seccomp box
needs: linux
reasons: assertion
"""

import socket

try:
    with socket.socket(socket.AF_UNIX) as client:
        client.connect("\0@ABSTRACT@")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
