"""sys.exit(0) in a call
stopped by: process
reasons: exception
"""

import sys


async def reports(ask, stations):
    sys.exit(0)
