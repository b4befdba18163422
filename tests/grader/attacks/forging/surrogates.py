"""Lone surrogates in a value, which no encoder of JSON takes
stopped by: process
reasons: assertion exception
"""


async def reports(ask, stations):
    return ["\ud800 rain \udfff"]
