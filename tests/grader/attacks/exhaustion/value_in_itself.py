"""A list that holds itself
stopped by: process
reasons: exception
"""


async def reports(ask, stations):
    value = []
    value.append(value)
    return value
