"""Reads raw memory and disks, where all files are.

stopped by: landlock box
needs: linux root
unproved: which of these devices there are depends on the machine
reasons: assertion
"""

import os

for name in ("/dev/mem", "/proc/kcore", "/dev/sda", "/dev/vda", "/dev/nvme0n1", "/dev/kmsg"):
    try:
        print("BREACH:", name, os.read(os.open(name, os.O_RDONLY | os.O_NONBLOCK), 20))
    except OSError as error:
        print("refused:", error)


async def reports(ask, stations):
    return None
