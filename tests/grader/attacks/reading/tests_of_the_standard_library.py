"""Lists the tests that come with Python: what is not needed is not there.

stopped by: landlock
unproved: not every Python comes with its tests
reasons: assertion
"""

import os

folder = os.path.join(os.path.dirname(os.__file__), "test")
try:
    print("BREACH:", os.listdir(folder)[:5])
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
