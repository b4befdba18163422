"""Makes a new file with nothing in it: no limit on its size is in the way.

stopped by: landlock box
reasons: assertion
"""

import os

try:
    os.close(os.open("@CANARY_DIR@/empty @MARK@", os.O_CREAT | os.O_WRONLY))
    print("BREACH: it was made")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
