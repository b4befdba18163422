"""A list that is nested two hundred thousand deep, as the answer
stopped by: process
reasons: exception crash
"""


async def reports(ask, stations):
    value = []
    for _ in range(200_000):
        value = [value]
    return value
