"""A generator without an end as the answer
stopped by: process
reasons: assertion
"""

import itertools


async def reports(ask, stations):
    return itertools.count()
