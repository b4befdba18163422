"""Makes a new file.

stopped by: landlock box
reasons: assertion
"""

try:
    with open("@CANARY_DIR@/new @MARK@", "x") as file:
        file.write("it was here")
    print("BREACH: it was made")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
