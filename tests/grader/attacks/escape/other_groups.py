"""Joins groups that may do more: those of disks, and of Docker.

stopped by: seccomp box
needs: linux root
reasons: assertion
"""

import os

try:
    os.setgroups([6, 999])
    print("BREACH: it is in", os.getgroups())
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
