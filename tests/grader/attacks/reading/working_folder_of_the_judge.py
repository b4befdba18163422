"""Goes where the judge stands: /proc/<judge>/cwd.

stopped by: landlock box
needs: linux
reasons: assertion
"""

import os

try:
    print("BREACH:", os.listdir("/proc/@JUDGE_PID@/cwd/"))
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
