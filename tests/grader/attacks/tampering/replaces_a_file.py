"""Writes a file anew.

stopped by: landlock box
reasons: assertion
"""

try:
    with open("@CANARY_DIR@/one.txt", "w") as file:
        file.write("changed")
    print("BREACH: it was written")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
