"""A lock on a file of the kit, for whoever wants to write it
stopped by: landlock box
reasons: assertion load
"""

import fcntl

try:
    with open("@SOLUTION@") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        print("BREACH: locked")
except OSError:
    pass


async def reports(ask, stations):
    return []
