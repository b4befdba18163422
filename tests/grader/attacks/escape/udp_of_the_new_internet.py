"""Sends a datagram by IPv6, to the address of the old internet.

stopped by: seccomp box
unproved: not every machine has IPv6
reasons: assertion
"""

import socket

try:
    with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"out", ("::ffff:127.0.0.1", int("@UDP_PORT@")))
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
