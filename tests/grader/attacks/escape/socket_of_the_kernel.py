"""Asks the kernel for the network's interfaces, by a netlink socket.

stopped by: seccomp
needs: linux
reasons: assertion
"""

import socket

try:
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0) as kernel:
        kernel.bind((0, 0))
        print("BREACH: it is bound")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
