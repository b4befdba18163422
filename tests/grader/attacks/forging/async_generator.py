"""An async generator in the place of the function
stopped by: process
reasons: load exception assertion
"""


async def reports(ask, stations):
    for station in stations:
        yield await ask(station)
