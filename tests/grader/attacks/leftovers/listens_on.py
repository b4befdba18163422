"""A server of its own, which waits for the next test
stopped by: seccomp landlock
reasons: assertion load
"""

import socket

try:
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    server.listen()
    print("BREACH:", server.getsockname())
except OSError:
    pass


async def reports(ask, stations):
    return []
