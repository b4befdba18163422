"""Opens a known path with O_PATH, and asks the descriptor for the size of the file.

stopped by: box
level: 2
needs: linux
reasons: assertion
"""

import os

try:
    print("BREACH: it has", os.fstat(os.open("@HIDDEN@", os.O_PATH)).st_size, "bytes")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
