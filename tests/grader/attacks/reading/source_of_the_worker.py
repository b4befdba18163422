"""Reads the source of the kit's own modules, by what they say of themselves.

stopped by: landlock
reasons: assertion
"""

import inspect
import sys

for name, module in sorted(sys.modules.items()):
    if name.startswith("grader."):
        try:
            print("BREACH:", inspect.getsource(module)[:200])
        except OSError as error:
            print("refused:", error)


async def reports(ask, stations):
    return None
