"""A list of ten million numbers as the answer
stopped by: process
reasons: exception
"""


async def reports(ask, stations):
    return [0] * 10_000_000
