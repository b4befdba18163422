"""Ends the warm parent, and with it the workers of everybody else.

stopped by: landlock seccomp
needs: linux
reasons: assertion
"""

import os
import signal


async def reports(ask, stations):
    try:
        os.kill(int("@PARENT_PID@"), signal.SIGTERM)
        print("BREACH: the signal was sent")
    except OSError as error:
        print("refused:", error)
    return None
