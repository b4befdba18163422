"""Connects to a server of this machine.

stopped by: landlock seccomp box
reasons: assertion
"""

import socket

try:
    socket.create_connection(("127.0.0.1", int("@TCP_PORT@"))).close()
    print("BREACH: it is connected")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
