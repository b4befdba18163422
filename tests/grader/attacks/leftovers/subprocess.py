"""A program of its own in the background
stopped by: seccomp landlock
reasons: assertion load
tests: one
"""

import subprocess

try:
    subprocess.Popen(["@PYTHON@", "-c", "import time; time.sleep(20)  # @MARK@"], start_new_session=True)
except OSError:
    pass


async def reports(ask, stations):
    return []
