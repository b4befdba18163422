"""Changes to the folder of the hidden tests. Whoever may go there can tell which folders there are.

stopped by: seccomp box
reasons: assertion
"""

import os

try:
    os.chdir(os.path.dirname("@HIDDEN@"))
    print("BREACH: it stands in", os.getcwd())
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
