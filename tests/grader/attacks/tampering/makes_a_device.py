"""Makes a device of its own, through which all of the machine's memory can be read.

stopped by: landlock seccomp box
needs: linux root
reasons: assertion
"""

import os
import stat

try:
    os.mknod("@CANARY_DIR@/device @MARK@", stat.S_IFCHR | 0o600, os.makedev(1, 1))
    print("BREACH: it was made")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
