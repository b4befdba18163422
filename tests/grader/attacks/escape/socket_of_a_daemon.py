"""Connects to a socket in the file system, as that of Docker is, which gives the whole machine away.

stopped by: seccomp box
reasons: assertion
"""

import socket

try:
    with socket.socket(socket.AF_UNIX) as client:
        client.connect("@UNIX_SOCKET@")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
