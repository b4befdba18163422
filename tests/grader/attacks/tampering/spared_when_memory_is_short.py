"""Tells the kernel to kill its parent first when memory is short, and itself last.

stopped by: landlock box
needs: linux
reasons: assertion
"""

import os

for name, value in (("/proc/self/oom_score_adj", "0"), (f"/proc/{os.getppid()}/oom_score_adj", "0")):
    try:
        fd = os.open(name, os.O_WRONLY)
    except OSError as error:
        print("refused:", error)
    else:
        print("BREACH: it may write", name)
        os.close(fd)


async def reports(ask, stations):
    return None
