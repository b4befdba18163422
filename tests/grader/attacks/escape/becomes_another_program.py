"""Becomes a shell, which writes a file.

stopped by: landlock seccomp box
reasons: assertion crash
"""

import os


async def reports(ask, stations):
    try:
        os.execv("/bin/sh", ["sh", "-c", ": > '@CANARY_DIR@/exec @MARK@'"])
    except OSError as error:
        print("refused:", error)
    return None
