"""A temporary file that is not deleted
stopped by: landlock rlimits box
reasons: assertion load
"""

import tempfile

try:
    tempfile.NamedTemporaryFile(prefix="@MARK@", dir="/tmp", delete=False).write(b"rain")
except OSError:
    pass


async def reports(ask, stations):
    return []
