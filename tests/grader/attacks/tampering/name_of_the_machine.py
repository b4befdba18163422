"""Gives the machine another name; here the one that it has.

stopped by: seccomp
needs: linux root
reasons: assertion
"""

import socket

try:
    socket.sethostname(socket.gethostname())
    print("BREACH: it may")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
