"""Opens a file for reading, and changes the rights of what it has open.

stopped by: seccomp box
unproved: it would change a file of this Python
reasons: assertion
"""

import os

try:
    os.fchmod(os.open(os.__file__, os.O_RDONLY), 0o777)
    print("BREACH: it has other rights")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
