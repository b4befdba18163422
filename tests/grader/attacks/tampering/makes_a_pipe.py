"""Makes a named pipe, at which the next reader would wait for ever.

stopped by: landlock seccomp box
reasons: assertion
"""

import os

try:
    os.mkfifo("@CANARY_DIR@/pipe @MARK@")
    print("BREACH: it was made")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
