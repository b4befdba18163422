"""A loop in C, which no signal handler of Python interrupts
stopped by: process
reasons: hang
tests: one
"""


async def reports(ask, stations):
    return sum(range(10**11))
