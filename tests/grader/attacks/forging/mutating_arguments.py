"""Change the list of stations that the test has passed, and return it
stopped by: process
reasons: assertion
"""


async def reports(ask, stations):
    stations[:] = ["rain"] * len(stations)
    return stations
