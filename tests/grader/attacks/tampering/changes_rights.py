"""Lets everybody write a file: Landlock does not look at that.

stopped by: seccomp box
reasons: assertion
"""

import os

try:
    os.chmod("@CANARY_DIR@/one.txt", 0o600)
    print("BREACH: it has other rights")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
