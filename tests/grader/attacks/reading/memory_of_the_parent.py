"""Reads the memory of the warm parent.

stopped by: landlock
needs: linux ptrace
reasons: assertion
"""

import os

try:
    with open(f"/proc/{os.getppid()}/maps") as maps:
        start = next(int(line.split("-")[0], 16) for line in maps if "[heap]" in line)
    with open(f"/proc/{os.getppid()}/mem", "rb", 0) as memory:
        memory.seek(start)
        print("BREACH:", memory.read(64))
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
