"""An int that Python refuses to print in the judge
stopped by: process
reasons: assertion exception
"""


async def reports(ask, stations):
    return [10**5000]
