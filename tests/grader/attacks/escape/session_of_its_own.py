"""Begins a new session and a new group, so that killing its group does not reach it.

stopped by: process
reasons: assertion
"""

import os

for leave in (os.setsid, lambda: os.setpgid(0, os.getpgid(os.getppid())), lambda: os.setpgid(0, 0)):
    try:
        leave()
        if os.getpgid(0) != os.getpid():
            print("BREACH: its group is", os.getpgid(0))
    except OSError as error:
        print("refused:", error)


async def reports(ask, stations):
    return None
