"""Starts a second interpreter in its process, in which nothing is patched.

stopped by: landlock box
reasons: assertion load crash
unproved: the two interpreters share the one C library, but no Python promises it
"""

import ctypes

PROGRAM = """
import os
try:
    with open("@CANARY@") as file:
        os.environ["@MARK@"] = file.read()
except OSError:
    pass
"""


def interpreters():
    for name in ("_interpreters", "_xxsubinterpreters"):
        try:
            return __import__(name)
        except ImportError:
            continue


getenv = ctypes.CDLL(None).getenv
getenv.restype = ctypes.c_char_p
module = interpreters()
try:
    module.run_string(module.create(), PROGRAM)
except (RuntimeError, MemoryError, OSError) as error:
    print("refused:", error)
print("BREACH:" if getenv(b"@MARK@") else "nothing", getenv(b"@MARK@"))


async def reports(ask, stations):
    return None
