"""Starts a program by posix_spawn, which needs no fork of its own.

stopped by: landlock seccomp
reasons: assertion
"""

import os

try:
    child = os.posix_spawn("/bin/sh", ["sh", "-c", "exit 5"], {})
    print("BREACH:", os.waitpid(child, 0))
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
