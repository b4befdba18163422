"""Lists the folder of the hidden tests.

stopped by: landlock box
reasons: assertion
"""

import os

try:
    print("BREACH:", os.listdir(os.path.dirname("@HIDDEN@")))
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
