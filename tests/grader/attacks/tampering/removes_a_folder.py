"""Deletes a folder, and what is in it.

stopped by: landlock seccomp box
reasons: assertion
"""

import os
import shutil

try:
    shutil.rmtree("@CANARY_DIR@/folder")
    print("BREACH: it was deleted")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
