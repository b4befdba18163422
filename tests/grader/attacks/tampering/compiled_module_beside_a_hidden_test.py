"""Plants a compiled module where Python looks for that of the hidden test.

stopped by: landlock seccomp
reasons: assertion
"""

import os
import sys

folder = os.path.join(os.path.dirname("@HIDDEN@"), "__pycache__")
name = os.path.join(folder, f"test_@MARK@.{sys.implementation.cache_tag}.pyc")
try:
    os.makedirs(folder, exist_ok=True)
    with open(name, "xb"):
        print("BREACH: it was made")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
