"""Makes a file that has no name yet, and gives it one.

stopped by: landlock box
needs: linux
reasons: assertion
"""

import os

try:
    os.open("@CANARY_DIR@", os.O_TMPFILE | os.O_RDWR, 0o600)
    print("BREACH: it was made")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
