"""Gives a file another name.

stopped by: landlock seccomp box
reasons: assertion
"""

import os

try:
    os.rename("@CANARY_DIR@/one.txt", "@CANARY_DIR@/renamed @MARK@")
    print("BREACH: it was renamed")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
