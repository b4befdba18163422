"""Opens somebody's terminal, and types into it.

stopped by: landlock box
needs: linux
reasons: assertion
"""

import os

try:
    fd = os.open("@TERMINAL@", os.O_RDWR | os.O_NOCTTY)
    print("BREACH: it is open")
    os.write(fd, b"echo was here\n")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
