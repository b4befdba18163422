"""A number of a hundred million digits
stopped by: process
reasons: hang exception crash
tests: one
"""


async def reports(ask, stations):
    return len(str(7 ** (10**8)))
