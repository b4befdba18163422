"""Writes a program into memory that has no name, and becomes it.

stopped by: seccomp
needs: linux
reasons: assertion crash
"""

import os


async def reports(ask, stations):
    try:
        with open("/bin/sh", "rb") as shell:
            code = shell.read()
    except OSError:
        code = b"#!/nothing\n"
    try:
        fd = os.memfd_create("program", 0)
        print("BREACH: it has a file without a name")
        os.write(fd, code)
        os.execve(fd, ["sh", "-c", ": > '@CANARY_DIR@/memory @MARK@'"], {})
    except OSError as error:
        print("refused:", error)
    return None
