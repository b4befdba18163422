"""Reads its own environment, and the one with which its process was started.

stopped by: process
reasons: assertion
"""

import os

known = {"PYTHONHASHSEED", "TZ", "MALLOC_ARENA_MAX", "LC_CTYPE", "SYSTEMROOT", "PWD"}
for name, value in os.environ.items():
    if name not in known:
        print("BREACH:", name, value)
try:
    with open("/proc/self/environ", "rb") as file:
        for entry in file.read().split(b"\0"):
            if entry and entry.split(b"=")[0].decode() not in known:
                print("BREACH:", entry)
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
