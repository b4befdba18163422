"""A block of shared memory with a name
stopped by: landlock box
reasons: assertion load
"""

import os

try:
    os.close(os.open("/dev/shm/@MARK@", os.O_CREAT | os.O_RDWR))
except OSError:
    pass


async def reports(ask, stations):
    return []
