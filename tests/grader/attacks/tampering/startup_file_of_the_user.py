"""Plants a file in the home folder and in those that all users share.

stopped by: landlock
reasons: assertion
"""

import os

for folder in ("/root", "/tmp", "/var/tmp", "/dev/shm"):
    name = os.path.join(folder, "@MARK@.sh")
    try:
        with open(name, "x"):
            pass
        print("BREACH: it was made:", name)
    except OSError as error:
        print("refused:", error)


async def reports(ask, stations):
    return None
