"""Changes its root folder and climbs out of it, as out of every such cage.

stopped by: seccomp
needs: linux root
reasons: assertion
"""

import os

try:
    os.chroot("/usr")
    print("BREACH: it has another root folder")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
