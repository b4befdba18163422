"""A pipe with a name, at which whoever reads it waits for ever
stopped by: landlock seccomp box
reasons: assertion load
"""

import os

try:
    os.mkfifo("@CANARY_DIR@/@MARK@")
except OSError:
    pass


async def reports(ask, stations):
    return []
