"""Listens for connections from outside.

stopped by: landlock seccomp
reasons: assertion
"""

import socket

try:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        print("BREACH: it listens, and hears")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
