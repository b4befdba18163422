"""pytest.exit, which stops a whole run of pytest with the code 0
stopped by: process
reasons: exception load
"""

import pytest


async def reports(ask, stations):
    pytest.exit("done", returncode=0)
