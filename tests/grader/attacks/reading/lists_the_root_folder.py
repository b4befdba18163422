"""Lists the root folder, and the one with everybody's home.

stopped by: landlock box
reasons: assertion
"""

import os

for folder in ("/", "/home"):
    try:
        found = os.listdir(folder)
    except OSError as error:
        print("refused:", error)
    else:
        # A box has a root folder too; nothing of the system's settings is in it but one file.
        print("BREACH:" if "home" in found and "var" in found else "a box:", folder, found[:20])


async def reports(ask, stations):
    return None
