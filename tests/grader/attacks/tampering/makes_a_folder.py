"""Makes a folder.

stopped by: landlock seccomp box
reasons: assertion
"""

import os

try:
    os.mkdir("@CANARY_DIR@/folder @MARK@")
    print("BREACH: it was made")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
