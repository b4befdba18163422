"""Opens settings of the kernel for writing: among them the program that is run when another one dies.

stopped by: landlock box
needs: linux root
reasons: assertion
"""

import os

for name in ("/proc/sys/kernel/core_pattern", "/proc/sys/kernel/hostname", "/proc/sysrq-trigger"):
    try:
        os.close(os.open(name, os.O_WRONLY))
        print("BREACH: it may write", name)
    except OSError as error:
        print("refused:", error)


async def reports(ask, stations):
    return None
