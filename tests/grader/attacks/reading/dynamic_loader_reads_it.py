"""Lets the dynamic loader open the file as a library, and looks at what it complains about.

stopped by: landlock box
reasons: assertion
"""

import ctypes

try:
    ctypes.CDLL("@CANARY@")
except OSError as error:
    # "invalid ELF header" or "file too short" is what somebody says who has read it.
    print("BREACH:" if "ELF" in str(error) or "too short" in str(error) else "refused:", error)


async def reports(ask, stations):
    return None
