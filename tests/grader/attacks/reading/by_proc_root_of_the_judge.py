"""Takes the way through /proc/<judge>/root, which leads out of a box.

stopped by: landlock box
needs: linux
reasons: assertion
"""

try:
    with open("/proc/@JUDGE_PID@/root@CANARY@") as file:
        print("BREACH:", file.read())
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
