"""Takes the way through /proc/self/root, another name of the root folder.

stopped by: landlock box
needs: linux
reasons: assertion
"""

try:
    with open("/proc/self/root@CANARY@") as file:
        print("BREACH:", file.read())
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
