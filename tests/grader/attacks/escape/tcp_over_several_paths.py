"""Connects by Multipath TCP, which rules about TCP do not mean.

stopped by: seccomp box
needs: linux
unproved: not every kernel has it
reasons: assertion
"""

import socket

try:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, 262) as sender:
        sender.connect(("127.0.0.1", int("@TCP_PORT@")))
    print("BREACH: it is connected")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
