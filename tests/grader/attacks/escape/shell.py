"""Starts a shell.

stopped by: landlock seccomp
reasons: assertion
"""

import os

if os.system("exit 7") == 7 << 8:
    print("BREACH: a shell has answered")


async def reports(ask, stations):
    return None
