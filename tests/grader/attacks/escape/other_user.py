"""Becomes another user, and the administrator.

stopped by: seccomp
needs: linux root
reasons: assertion
"""

import os

for number in (1, 65534, 0):
    try:
        os.setresuid(number, number, -1)
        print("BREACH: it is the user", os.getuid())
    except OSError as error:
        print("refused:", error)


async def reports(ask, stations):
    return None
