"""A text of a hundred million characters as the answer
stopped by: process
reasons: exception
"""


async def reports(ask, stations):
    return ["x" * 100_000_000]
