"""Reads from standard input, output and error, which the judge's own might be.

stopped by: process
reasons: assertion
"""

import os
import select

for fd in (0, 1, 2):
    if os.isatty(fd):
        print("BREACH: a terminal at", fd)
    readable, _, _ = select.select([fd], [], [], 0)
    if readable and (data := os.read(fd, 100)):
        print("BREACH:", data)


async def reports(ask, stations):
    return None
