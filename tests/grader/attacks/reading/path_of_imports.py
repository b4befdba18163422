"""Looks where its imports come from: the current folder, the kit and the user's own packages must not be there.

stopped by: process
reasons: assertion
"""

import os
import site
import sys

for folder in sys.path:
    if folder in ("", ".", os.getcwd(), "@KIT@") or folder.startswith("@KIT@/"):
        print("BREACH:", repr(folder))
if site.ENABLE_USER_SITE:
    print("BREACH: the user's own packages")


async def reports(ask, stations):
    return None
