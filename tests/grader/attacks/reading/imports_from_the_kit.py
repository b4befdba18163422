"""Puts the kit's own folder on the path, and imports the solution and the hidden tests by name.

stopped by: landlock box
reasons: assertion
"""

import os
import sys

sys.path[:0] = ["@KIT@", os.path.dirname("@SOLUTION@"), os.path.dirname("@HIDDEN@")]
for name in (os.path.basename("@SOLUTION@"), os.path.basename("@HIDDEN@")):
    try:
        module = __import__(name.removesuffix(".py"))
        print("BREACH: it has", module.__file__)
    except (ImportError, OSError) as error:
        print("refused:", error)


async def reports(ask, stations):
    return None
