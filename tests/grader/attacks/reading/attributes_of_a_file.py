"""Lists the extended attributes of a file at a known path.

stopped by: box
level: 2
needs: linux
reasons: assertion
"""

import os

try:
    os.listxattr("@CANARY@")
    print("BREACH: it is there, and its attributes can be read")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
