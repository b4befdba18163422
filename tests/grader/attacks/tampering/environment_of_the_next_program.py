"""Sets variables that change how Python and the loader start.

stopped by: process
reasons: assertion
"""

import os

for name in (
    "PYTHONPATH",
    "PYTHONSTARTUP",
    "LD_PRELOAD",
    "LD_LIBRARY_PATH",
    "PYTEST_ADDOPTS",
    "PYTEST_PLUGINS",
):
    os.environ[name] = "@FOLDER@"


async def reports(ask, stations):
    return None
