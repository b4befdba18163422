"""Reads the command line of the judge's process, which names folders.

stopped by: landlock
needs: linux
reasons: assertion
"""

try:
    with open("/proc/@JUDGE_PID@/cmdline", "rb") as file:
        print("BREACH:", file.read(100))
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
