"""Lists all processes, and what they are doing.

stopped by: landlock
needs: linux
reasons: assertion
"""

import os

try:
    numbers = [name for name in os.listdir("/proc") if name.isdecimal()]
    # In a box there is nobody but the worker and its parent.
    print("BREACH:" if "@JUDGE_PID@" in numbers else "alone:", numbers)
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
