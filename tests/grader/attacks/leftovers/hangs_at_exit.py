"""A function at exit that never returns
stopped by: process
reasons: assertion
"""

import atexit
import select

atexit.register(select.select, [], [], [])


async def reports(ask, stations):
    return []
