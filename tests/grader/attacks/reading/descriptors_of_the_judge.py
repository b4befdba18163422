"""Opens the files that the judge has open, again and for itself.

stopped by: landlock box
needs: linux
reasons: assertion
"""

import os

folder = "/proc/@JUDGE_PID@/fd"
try:
    for name in os.listdir(folder):
        print("BREACH:", os.readlink(f"{folder}/{name}"))
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
