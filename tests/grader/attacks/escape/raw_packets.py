"""Listens to all packets of the network.

stopped by: seccomp
needs: linux root
reasons: assertion
"""

import socket

try:
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 3):
        print("BREACH: it listens")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
