"""Reads the environment of the judge's process: tokens are kept there.

stopped by: landlock box
needs: linux
reasons: assertion
"""

try:
    with open("/proc/@JUDGE_PID@/environ", "rb") as file:
        print("BREACH:", file.read(100))
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
