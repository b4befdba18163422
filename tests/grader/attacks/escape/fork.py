"""Forks.

stopped by: seccomp
reasons: assertion
"""

import os

try:
    child = os.fork()
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)
    print("BREACH: it has a child")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
