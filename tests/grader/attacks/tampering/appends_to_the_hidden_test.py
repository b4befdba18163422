"""Writes a test of its own into the hidden test's file.

stopped by: rlimits landlock box
reasons: assertion
"""

try:
    with open("@HIDDEN@", "a") as file:
        file.write("# this test always passes\n")
    print("BREACH: it was written")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
