"""Becomes a new Python in the hope that the rules are gone.

stopped by: landlock seccomp box
reasons: assertion crash
"""

import os

PROGRAM = "open('@CANARY_DIR@/python @MARK@', 'x')"


async def reports(ask, stations):
    try:
        os.execv("@PYTHON@", ["@PYTHON@", "-I", "-S", "-c", PROGRAM])
    except OSError as error:
        print("refused:", error)
    return None
