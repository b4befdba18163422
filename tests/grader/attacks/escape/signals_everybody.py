"""Sends the signal 0 to all processes that it may reach.

stopped by: seccomp
needs: linux
reasons: assertion
"""

import os

try:
    os.kill(-1, 0)
    print("BREACH: there is somebody")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
