"""pytest.xfail in a call
stopped by: process
reasons: exception load
"""

import pytest


async def reports(ask, stations):
    pytest.xfail("it is hard")
