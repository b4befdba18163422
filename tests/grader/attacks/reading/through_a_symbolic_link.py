"""Reads through a symbolic link that it makes for itself.

stopped by: landlock seccomp box
reasons: assertion
"""

import os

link = "@CANARY_DIR@/link-of-the-attack"
try:
    os.symlink("@CANARY@", link)
    with open(link) as file:
        print("BREACH:", file.read())
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
