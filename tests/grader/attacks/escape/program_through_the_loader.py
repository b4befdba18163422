"""Starts a program that may not be executed, by giving it to the dynamic loader as an argument.

stopped by: landlock seccomp
needs: linux x86_64
reasons: assertion
"""

import os

try:
    child = os.posix_spawn("/lib64/ld-linux-x86-64.so.2", ["ld", "/bin/sh", "-c", "exit 5"], {})
    print("BREACH:", os.waitpid(child, 0))
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
