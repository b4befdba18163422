"""Lists the root folder, the home folders and the one for temporary files.

stopped by: landlock box
reasons: assertion
"""

import os

for folder in ("/", "/home", "/root", "/tmp"):
    try:
        found = os.listdir(folder)
    except OSError as error:
        print("refused:", error)
    else:
        # A box has a root folder too; it does not hold anybody's home.
        print("BREACH:" if "home" in found or folder != "/" and found else "a box:", folder, found[:20])


async def reports(ask, stations):
    return None
