"""Sends data along with the first packet, so that connect is never called.

stopped by: seccomp box
needs: linux
reasons: assertion
"""

import socket

try:
    with socket.socket() as sender:
        sender.sendto(b"out", socket.MSG_FASTOPEN, ("127.0.0.1", int("@TCP_PORT@")))
    print("BREACH: it was sent")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
