"""An error whose argument Python refuses to print
stopped by: process
reasons: exception
"""


async def reports(ask, stations):
    raise KeyError(10**5000)
