"""Gives the file a second name, and reads it under that.

stopped by: landlock seccomp box
reasons: assertion
"""

import os

link = "@CANARY_DIR@/second-name-of-the-attack"
try:
    os.link("@CANARY@", link)
    with open(link) as file:
        print("BREACH:", file.read())
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
