"""pytest.skip in a call
stopped by: process
reasons: exception load
"""

import pytest


async def reports(ask, stations):
    pytest.skip("no time")
