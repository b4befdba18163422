"""Opens the file with O_PATH, which asks for no right, and opens that descriptor again for reading.

stopped by: landlock box
needs: linux
reasons: assertion
"""

import os

try:
    handle = os.open("@CANARY@", os.O_PATH)
    with open(f"/proc/self/fd/{handle}") as file:
        print("BREACH:", file.read())
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
