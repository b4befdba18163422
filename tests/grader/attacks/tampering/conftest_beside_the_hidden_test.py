"""Plants a conftest.py beside the hidden test, for the next run.

stopped by: landlock box
reasons: assertion
"""

import os

name = os.path.join(os.path.dirname("@HIDDEN@"), "conftest.py")
try:
    with open(name, "x"):
        print("BREACH: it was made")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
