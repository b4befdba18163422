"""Reads what the kernel tells everybody: the mounts, the log, the network.

stopped by: landlock
needs: linux
reasons: assertion
"""

for name in (
    "/proc/self/mountinfo",
    "/proc/self/cmdline",
    "/proc/net/tcp",
    "/proc/version",
    "/sys/class/net",
):
    try:
        with open(name, "rb") as file:
            print("BREACH:", name, file.read(60))
    except IsADirectoryError:
        print("BREACH:", name)
    except OSError as error:
        print("refused:", error)


async def reports(ask, stations):
    return None
