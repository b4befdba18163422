"""Looks through its descriptors for a file, a folder, or a second connection.

stopped by: process
reasons: assertion
"""

import os
import stat

connections = []
for fd in range(3, 1024):
    try:
        mode = os.fstat(fd).st_mode
    except OSError:
        continue
    if stat.S_ISSOCK(mode):
        connections.append(fd)
    elif stat.S_ISDIR(mode) or stat.S_ISBLK(mode) or stat.S_ISFIFO(mode):
        print("BREACH: descriptor", fd, oct(mode))
    elif stat.S_ISREG(mode):
        text = os.pread(fd, 200, 0)
        if len(text.split()) != 3:  # the kernel's statistics about the worker itself are three numbers
            print("BREACH: descriptor", fd, text)
if len(connections) > 1:
    print("BREACH: connections", connections)


async def reports(ask, stations):
    return None
