"""Block the loop for ages with a clock that stands still
stopped by: process
reasons: horizon exception
"""

import time


async def reports(ask, stations):
    time.sleep(1e17)
