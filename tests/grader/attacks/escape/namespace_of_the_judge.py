"""Joins the judge's namespaces: the way out of a box.

stopped by: landlock seccomp box
needs: linux root
reasons: assertion
"""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
for kind in ("net", "mnt", "ipc", "uts"):
    try:
        fd = os.open(f"/proc/@JUDGE_PID@/ns/{kind}", os.O_RDONLY)
    except OSError as error:
        print("refused:", error)
        continue
    if libc.setns(fd, 0) == 0:
        print("BREACH: it has joined", kind)
    else:
        print("refused:", os.strerror(ctypes.get_errno()))


async def reports(ask, stations):
    return None
