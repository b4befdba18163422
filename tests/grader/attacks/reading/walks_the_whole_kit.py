"""Looks for hidden tests everywhere under the kit.

stopped by: landlock box
reasons: assertion
"""

import os

found = [name for _, _, names in os.walk("@KIT@") for name in names]
print("BREACH:" if found else "nothing found", found[:20])


async def reports(ask, stations):
    return None
