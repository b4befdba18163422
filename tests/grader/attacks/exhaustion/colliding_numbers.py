"""A set of numbers that all have the same hash
stopped by: process
reasons: assertion exception protocol horizon
tests: one
"""


async def reports(ask, stations):
    prime = 2**61 - 1
    return frozenset(prime * number for number in range(5, 3000))
