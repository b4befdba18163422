"""A number of a million digits as the answer
stopped by: process
reasons: exception
"""


async def reports(ask, stations):
    return [1 << 3_000_000]
