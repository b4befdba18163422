"""Opens a file of the standard library for reading only, and asks that it be emptied on the way.

stopped by: landlock box
unproved: it would empty a file of this Python
reasons: assertion
"""

import os
import pydoc_data

try:
    os.open(pydoc_data.__file__, os.O_RDONLY | os.O_TRUNC)
    print("BREACH: it was emptied")
except OSError as error:
    print("refused:", error)


async def reports(ask, stations):
    return None
