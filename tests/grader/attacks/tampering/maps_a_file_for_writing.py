"""Changes a file through memory that is shared with it.

stopped by: landlock box
reasons: assertion
"""

import mmap
import os

try:
    with mmap.mmap(os.open("@CANARY_DIR@/one.txt", os.O_RDWR), 0) as memory:
        memory[0] = 88
    print("BREACH: it was written")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
