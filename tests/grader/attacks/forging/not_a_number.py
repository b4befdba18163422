"""NaN, which makes comparisons go wrong
stopped by: process
reasons: assertion
"""


async def reports(ask, stations):
    return [float("nan")] * len(stations)
