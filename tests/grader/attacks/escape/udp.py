"""Sends a datagram.

stopped by: seccomp box
reasons: assertion
"""

import socket

try:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"out", ("127.0.0.1", int("@UDP_PORT@")))
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
