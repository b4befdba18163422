"""Opens the hidden test by its path.

stopped by: landlock box
reasons: assertion
"""

try:
    with open("@HIDDEN@") as file:
        print("BREACH:", file.read()[:200])
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
