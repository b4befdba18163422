"""Opens the terminals that a session may take for its own.

stopped by: landlock
needs: linux
reasons: assertion
"""

import os

for name in ("/dev/tty", "/dev/ptmx", "/dev/pts/ptmx", "/dev/console"):
    try:
        os.open(name, os.O_RDWR | os.O_NONBLOCK)
        print("BREACH: it has", name)
    except OSError as error:
        print("refused:", error)


async def reports(ask, stations):
    return None
