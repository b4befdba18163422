"""Changes to the folder of the hidden test, and opens it by its bare name.

stopped by: landlock seccomp box
reasons: assertion
"""

import os

try:
    os.chdir(os.path.dirname("@HIDDEN@"))
    with open(os.path.basename("@HIDDEN@")) as file:
        print("BREACH:", file.read()[:200])
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
